/** What was planned against what happened to it: looked at apart from the dispatcher, told to the operator and to the outside. */
package org.keizoku.notice.watch;
