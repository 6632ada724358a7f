package org.keizoku.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a person who was deleted, and gives everybody else the groups they have now, not those of the login. */
final class LivingSession extends OncePerRequestFilter {

    private final EngineUsers users;

    LivingSession(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof UsernamePasswordAuthenticationToken) {
            var groups = users.find(signedIn.getName());
            if (groups.isPresent()) {
                var now = UsernamePasswordAuthenticationToken.authenticated(
                        signedIn.getPrincipal(), null, EngineUsers.authorities(groups.get()));
                now.setDetails(signedIn.getDetails());
                SecurityContextHolder.setContext(new SecurityContextImpl(now));
            } else {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }
}
