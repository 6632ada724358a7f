package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only JSON bodies in: a form on a foreign page can send every other kind with the password that a browser remembers. */
final class JsonOnly extends OncePerRequestFilter {

    private final ApiRefusals refusals;

    JsonOnly(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean changes = !request.getMethod().matches("GET|HEAD|OPTIONS|DELETE");
        if (changes && !isJson(request.getContentType())) {
            refusals.refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "本文は application/json で送ってください。");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
