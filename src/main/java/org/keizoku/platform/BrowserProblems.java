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
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

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

    /** Not sent on to the error page of the container: that would read the same large request again, and fail again. */
    @ExceptionHandler(exception = MaxUploadSizeExceededException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView tooLarge() {
        return new ModelAndView("error/413", HttpStatus.PAYLOAD_TOO_LARGE);
    }

    private static void send(HttpServletResponse response, int status) throws IOException {
        response.sendError(status);
    }
}
