package org.keizoku.revision;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts each step of a proposal on the record; it belongs to no activation. */
@Component
class RevisionRecord {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevisionRecord(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void bySystem(long number, String kind, String told, Map<String, ?> values) {
        by(Actor.SYSTEM, null, number, kind, told, values);
    }

    void by(String actor, String capacity, long number, String kind, String told, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("改訂案", number);
        all.putAll(values);
        events.publishEvent(new Fact(null, clock.instant(), actor, capacity, kind, told, all));
    }
}
