package org.keizoku.notice;

/** Notices were planned; once that is committed, the dispatcher need not wait for its next tick. */
record NoticesPlanned() {}
