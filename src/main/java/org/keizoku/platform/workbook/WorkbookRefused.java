package org.keizoku.platform.workbook;

/** A file that is not read at all; the message says in Japanese why and what to do, for the person who brought it. */
public class WorkbookRefused extends RuntimeException {

    WorkbookRefused(String message) {
        super(message);
    }
}
