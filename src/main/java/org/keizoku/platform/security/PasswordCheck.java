package org.keizoku.platform.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The one password check: users are the engine's users, whichever door they come through. */
final class PasswordCheck implements AuthenticationProvider {

    private final IdentityService identity;
    private final EngineUsers users;
    private final SignInThrottle throttle;
    private final SignInRecord record;

    PasswordCheck(IdentityService identity, EngineUsers users, SignInThrottle throttle, SignInRecord record) {
        this.identity = identity;
        this.users = users;
        this.throttle = throttle;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName().strip();
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        insistOnWaiting(name, address);
        // An unknown name and a wrong password end in the same place.
        if (name.isEmpty() || !identity.checkPassword(name, String.valueOf(asked.getCredentials()))) {
            throttle.failed(name, address);
            record.failed(known(name));
            throw new BadCredentialsException("unknown person or wrong password");
        }
        throttle.succeeded(name, address);
        var authorities = users.find(name).map(EngineUsers::authorities).orElseGet(List::<GrantedAuthority>of);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    private void insistOnWaiting(String name, String address) {
        try {
            throttle.mayTry(name, address);
        } catch (SignInThrottle.HeldBack held) {
            if (held.isFirst()) {
                record.heldBack(known(name));
            }
            throw held;
        }
    }

    private String known(String name) {
        return users.find(name).isPresent() ? name : null;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
