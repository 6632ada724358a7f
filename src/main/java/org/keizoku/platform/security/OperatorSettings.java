package org.keizoku.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.util.StringUtils.hasText;

import jakarta.validation.constraints.AssertTrue;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.validation.annotation.Validated;

/** Who may read the technical figures under /actuator: a name and a password of the installation's own, nobody where there is none. */
@Validated
@ConfigurationProperties("keizoku.operator")
record OperatorSettings(String name, String password) {

    @AssertTrue(message = "keizoku.operator.password needs at least 12 characters, and a name")
    boolean isComplete() {
        return !hasText(password) || (password.length() >= 12 && hasText(name));
    }

    AuthenticationManager authentication() {
        return asked -> {
            if (!hasText(password)
                    || !same(asked.getName(), name)
                    || !same(String.valueOf(asked.getCredentials()), password)) {
                throw new BadCredentialsException("not the operator");
            }
            return UsernamePasswordAuthenticationToken.authenticated(
                    name, null, AuthorityUtils.createAuthorityList("OPERATOR"));
        };
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
