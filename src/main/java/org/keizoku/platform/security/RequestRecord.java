package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.engine.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the record is told about requests of somebody signed in that were refused at a door, or that came past all pages. In a transaction
 * of its own, and by method and path only: what stands behind the question mark may be anything. Rule MNT-557-01.
 */
@Component
class RequestRecord {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestRecord(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(HttpServletRequest request) {
        tell("attempt-refused", "{%s} の要求を拒否", request, Map.of());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void called(HttpServletRequest request, int status) {
        tell("engine-rest-called", "{%s} がエンジンのAPIを呼び出し", request, Map.of("結果", status));
    }

    private void tell(String kind, String told, HttpServletRequest request, Map<String, ?> more) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof UsernamePasswordAuthenticationToken && signedIn.isAuthenticated()) {
            String person = signedIn.getName();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("要求", request.getMethod() + " " + request.getRequestURI());
            values.putAll(more);
            events.publishEvent(new Fact(null, clock.instant(), person, null, kind, told.formatted(person), values));
        }
    }
}
