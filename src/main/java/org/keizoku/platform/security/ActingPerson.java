package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who acts in this request, so that its authorizations apply and the record names the person. */
final class ActingPerson extends OncePerRequestFilter {

    private final IdentityService identity;

    ActingPerson(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!(signedIn instanceof UsernamePasswordAuthenticationToken)) {
            chain.doFilter(request, response);
            return;
        }
        identity.setAuthentication(signedIn.getName(), EngineUsers.groups(signedIn.getAuthorities()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
