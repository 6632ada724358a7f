package org.keizoku.plan;

/** Where in a text something stands; both counted from 1. */
record Position(int line, int column) {}
