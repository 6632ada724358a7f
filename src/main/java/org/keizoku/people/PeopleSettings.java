package org.keizoku.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * How accounts begin.
 *
 * @param initialPassword the first password of every new account, for a try-out on one's own machine only; where it is missing,
 *     everybody gets an own one
 */
@ConfigurationProperties("keizoku.people")
record PeopleSettings(String initialPassword) {

    boolean isTryOut() {
        return StringUtils.hasText(initialPassword);
    }
}
