package org.keizoku.audit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A question for the record of an activation that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchRecord extends RuntimeException {}
