package org.keizoku.platform.security;

import org.springframework.security.access.AccessDeniedException;

/** A page refused somebody and has told the record itself, with more than the door knows. */
public class RefusedOnRecord extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public RefusedOnRecord(String message) {
        super(message);
    }
}
