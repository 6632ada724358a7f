/** Notices in somebody's own words, to chosen people of an activation. */
package org.keizoku.notice.compose;
