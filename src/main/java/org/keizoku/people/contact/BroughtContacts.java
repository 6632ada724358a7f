package org.keizoku.people.contact;

/** What a workbook that somebody brought would make of a list of contacts. */
interface BroughtContacts {

    /** Whether there is nothing wrong with it, and something in it that is new. */
    boolean isTakeable();
}
