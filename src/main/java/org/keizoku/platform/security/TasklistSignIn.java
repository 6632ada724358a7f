package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tasklist's sign-in: whoever our login let in, with the groups our login found. Camunda makes it by its class name. */
public final class TasklistSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!(signedIn instanceof UsernamePasswordAuthenticationToken) || !signedIn.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        var groups = EngineUsers.groups(signedIn.getAuthorities());
        // Camunda's own check fails with an error for a person without any of its applications, as an auditor is,
        // and for one who left while their session lasted.
        if (!engine.getAuthorizationService()
                        .isUserAuthorized(
                                signedIn.getName(), groups, Permissions.ACCESS, Resources.APPLICATION, "tasklist")
                || !isKnown(signedIn.getName(), engine)) {
            return AuthenticationResult.unsuccessful();
        }
        var result = AuthenticationResult.successful(signedIn.getName());
        result.setGroups(groups);
        return result;
    }

    private static boolean isKnown(String person, ProcessEngine engine) {
        return engine.getIdentityService().createUserQuery().userId(person).count() > 0;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Our login let the person in already: this page is not for them. A challenge would open the browser's own
        // window.
        try {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
