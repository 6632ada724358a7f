package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tasklist's log-out ends the one session, after Camunda has checked its own token against forged requests. */
final class TasklistLogout extends OncePerRequestFilter {

    private final SignInRecord record;

    TasklistLogout(SignInRecord record) {
        this.record = record;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().matches("/camunda/api/admin/auth/user/[^/]+/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        chain.doFilter(request, response);
        if (response.getStatus() < 300) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            record.signedOut(person.getName());
        }
    }
}
