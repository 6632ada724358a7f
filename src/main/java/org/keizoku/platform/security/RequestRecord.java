package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.engine.Fact;
import org.keizoku.engine.RecordAside;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the record is told about requests of somebody signed in that were refused at a door, or that came past all pages. By method and
 * path only: what stands behind the question mark may be anything. Rule MNT-557-01.
 */
@Component
class RequestRecord {

    private final RecordAside record;
    private final Clock clock;

    RequestRecord(RecordAside record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    void refused(HttpServletRequest request) {
        tell("attempt-refused", "{%s} の要求を拒否", request, Map.of());
    }

    /** @param why what the person was told */
    void refused(HttpServletRequest request, String why) {
        tell("attempt-refused", "{%s} の要求を拒否", request, Map.of("理由", why));
    }

    void called(HttpServletRequest request, int status) {
        tell("engine-rest-called", "{%s} がエンジンのAPIを呼び出し", request, Map.of("結果", status));
    }

    private void tell(String kind, String told, HttpServletRequest request, Map<String, ?> more) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof UsernamePasswordAuthenticationToken && signedIn.isAuthenticated()) {
            String person = signedIn.getName();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("要求", request.getMethod() + " " + request.getRequestURI());
            values.putAll(more);
            record.tell(() -> new Fact(null, clock.instant(), person, null, kind, told.formatted(person), values));
        }
    }
}
