package org.keizoku.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a browser gets where a program gets problem details: the error page in Japanese. */
@ControllerAdvice
@Order(-1) // before Boot's problem details, which answer browsers with JSON as well
class BrowserProblems {

    @ExceptionHandler(
            exception = {ErrorResponseException.class, ServletException.class, TypeMismatchException.class},
            produces = MediaType.TEXT_HTML_VALUE)
    void show(Exception problem, HttpServletResponse response) throws Exception {
        if (problem instanceof ErrorResponse answer) {
            send(response, answer.getStatusCode().value());
        } else if (problem instanceof TypeMismatchException) {
            send(response, HttpStatus.BAD_REQUEST.value());
        } else {
            throw problem;
        }
    }

    private static void send(HttpServletResponse response, int status) throws IOException {
        response.sendError(status);
    }
}
