package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Whoever may not is told "403", and the attempt is on record. A form from before the last login or log-out is none: its token is old,
 * so the person is led back.
 */
final class StalePage implements AccessDeniedHandler {

    private final RequestRecord record;

    StalePage(RequestRecord record) {
        this.record = record;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (!(why instanceof CsrfException) && !(why instanceof RefusedOnRecord)) {
            record.refused(request);
        }
        if (why instanceof CsrfException && request.getRequestURI().matches("/login|/logout")) {
            response.sendRedirect("/login?why=again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
