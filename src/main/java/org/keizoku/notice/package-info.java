/** Notices: planned in the transaction of what happened, handed over to mail and SMS after it, every attempt kept. */
package org.keizoku.notice;
