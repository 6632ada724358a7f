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
        // Our own password check leaves the bare id; whoever else vouches for a person vouches for the groups as well.
        if (signedIn instanceof UsernamePasswordAuthenticationToken && signedIn.getPrincipal() instanceof String) {
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
