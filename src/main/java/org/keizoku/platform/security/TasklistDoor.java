package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door in front of Camunda's web application: what Tasklist does not need is not there, and who tries to do it is on record. */
final class TasklistDoor extends OncePerRequestFilter {

    private static final String ADMINISTRATORS = "ROLE_camunda-admin";

    private final RequestRecord record;

    TasklistDoor(RequestRecord record) {
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        boolean administrator = person != null
                && person.getAuthorities().stream()
                        .anyMatch(group -> group.getAuthority().equals(ADMINISTRATORS));
        // Decoded once, as Camunda sees it; Spring Security's firewall has refused every address in disguise.
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (TasklistRoutes.isOpen(request.getMethod(), path, administrator)) {
            chain.doFilter(request, response);
        } else {
            var refusal = new CamundaRefusal(404, "この操作はできません。");
            if (!"GET".equals(request.getMethod())) {
                record.refused(request, refusal.message());
            }
            refusal.sendOn(response);
        }
    }
}
