package org.keizoku.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What exists on which port, before anything else is asked: outside only answers, callbacks and health; inside all but those. The first
 * set-up of the engine's own administration, open to everybody in 7.24.0, exists nowhere.
 */
final class PortGate extends OncePerRequestFilter {

    private static final Pattern OUTSIDE_ONLY = Pattern.compile("/(a|callbacks)(/.*)?");
    private static final Pattern OUTSIDE = Pattern.compile("/(a|callbacks)/.*|/actuator/health(/.*)?");
    private static final Pattern SETUP = Pattern.compile(".*/admin/setup(/.*)?|.*/app/admin/[^/]+/setup(/.*)?");
    private static final Pattern ENGINE_REST = Pattern.compile("/engine-rest(/.*)?");

    private final OutsidePort outside;
    private final boolean engineRest;

    PortGate(OutsidePort outside, boolean engineRest) {
        this.outside = outside;
        this.engineRest = engineRest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (exists(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getWriter().write("ページが見つかりません。");
        }
    }

    private boolean exists(HttpServletRequest request) {
        var path = PlainPath.of(request.getRequestURI());
        if (outside.received(request)) {
            // Outside nothing needs an address in disguise.
            return path.isAsWritten() && OUTSIDE.matcher(path.value()).matches();
        }
        return !OUTSIDE_ONLY.matcher(path.value()).matches()
                && !SETUP.matcher(path.value()).matches()
                && (engineRest || !ENGINE_REST.matcher(path.value()).matches());
    }
}
