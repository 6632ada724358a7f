package org.keizoku.notice;

/** A signed link that was issued to one person for one purpose. */
public record LinkId(long value) {}
