package org.keizoku.platform.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What browsers are told to hold our pages to: no host but this one, no frames. */
final class PageHeaders {

    /** Styles may stand in the page, because diagrams set them; scripts may not. */
    private static final String OWN_HOST_ONLY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private PageHeaders() {}

    /** Tasklist brings its own policy, which its scripts need. */
    static Customizer<HeadersConfigurer<HttpSecurity>> inside(RequestMatcher camunda) {
        return headers -> headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(camunda), new ContentSecurityPolicyHeaderWriter(OWN_HOST_ONLY)));
    }

    /** An answer link is a key: it must not travel on in a referrer. */
    static Customizer<HeadersConfigurer<HttpSecurity>> outside() {
        return headers -> headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_HOST_ONLY));
    }
}
