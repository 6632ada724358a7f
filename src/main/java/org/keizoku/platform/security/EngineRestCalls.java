package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Each call of the engine's own REST API is on record, with its outcome: it comes past forms and pages, and reads whatever is kept. */
final class EngineRestCalls extends OncePerRequestFilter {

    private final RequestRecord record;

    EngineRestCalls(RequestRecord record) {
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            record.called(request, response.getStatus());
        }
    }
}
