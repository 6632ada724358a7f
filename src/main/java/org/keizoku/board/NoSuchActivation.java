package org.keizoku.board;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A question for an activation that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchActivation extends RuntimeException {}
