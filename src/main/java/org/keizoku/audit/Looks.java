package org.keizoku.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Looking at the record is itself on the record, by whomever and before anything is shown. What people typed may be personal or of
 * level 3, and no program tells: each look that shows values counts, once. It belongs to no activation, so that looking at a record does
 * not change it. Rule MNT-93-01.
 */
@Component
public class Looks {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    Looks(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param where what was opened, in Japanese
     * @param about the activation's number, or what was looked for
     * @param shown the entries that the person sees; nothing is told where none of them has values
     */
    void at(Authentication person, String where, String about, Collection<Entry> shown) {
        List<Entry> valued =
                shown.stream().filter(entry -> !entry.values().isEmpty()).toList();
        if (valued.isEmpty()) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("画面", where);
        values.put("対象", about);
        values.put("値のある記録", valued.size());
        values.put("最初の記録", valued.get(0).id());
        values.put("最後の記録", valued.get(valued.size() - 1).id());
        tell(null, person.getName(), "record-looked-at", "{%s} が記録の値を閲覧".formatted(person.getName()), values);
    }

    /** A look at something that shows values of an activation otherwise than by its entries. */
    public void at(Authentication person, String where, String about) {
        tell(
                null,
                person.getName(),
                "record-looked-at",
                "{%s} が記録の値を閲覧".formatted(person.getName()),
                Map.of("画面", where, "対象", about));
    }

    /**
     * Somebody takes a record away as a file.
     *
     * @param activation the number of the one whose record this belongs to; null for none
     * @param file what it is, in Japanese
     */
    public void takenAway(Authentication person, String activation, String file, Map<String, ?> values) {
        tell(
                activation,
                person.getName(),
                "record-exported",
                "{%s} が%sを書き出した".formatted(person.getName(), file),
                values);
    }

    /** Somebody who may not read the record asked for it. */
    void refused(Authentication person) {
        if (person != null && person.isAuthenticated()) {
            tell(null, person.getName(), "record-look-refused", "{%s} の記録の閲覧を拒否".formatted(person.getName()), Map.of());
        }
    }

    private void tell(String activation, String person, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(activation, clock.instant(), person, null, kind, told, values));
    }
}
