package org.keizoku.people.contact;

/** A file of contacts that is not taken; the message names file, line and reason, and no address. */
class BadContacts extends RuntimeException {

    BadContacts(String message, Throwable cause) {
        super(message, cause);
    }
}
