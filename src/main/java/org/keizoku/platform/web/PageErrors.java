package org.keizoku.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keizoku.engine.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Errors for the one who gets them: problem details for machines under /api, an error page for people. */
@ControllerAdvice
@Order(-10)
class PageErrors {

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ProblemDetail> missing(
            NoResourceFoundException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(((ErrorResponse) missing).getBody(), request, response);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage()), request, response);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        response.sendError(problem.getStatus(), problem.getDetail());
        return null;
    }
}
