package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A form from before the last login or log-out: its token is old, so the person is led back instead of being told "403". */
final class StalePage implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && request.getRequestURI().matches("/login|/logout")) {
            response.sendRedirect("/login?why=again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
