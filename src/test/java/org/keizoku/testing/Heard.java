package org.keizoku.testing;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.keizoku.engine.Fact;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;

/** What the application said during a test: its own Spring events in order, for example {@code TaskHappened} and {@code Fact}. */
public class Heard {

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<String> speechless = new CopyOnWriteArrayList<>();
    private final MessageSource words;

    Heard(MessageSource words) {
        this.words = words;
    }

    @EventListener
    void hear(Object event) {
        if (event instanceof Fact fact
                && words.getMessage("kind." + fact.kind(), null, null, Locale.JAPANESE) == null) {
            speechless.add(fact.kind());
        }
        if (event.getClass().getName().startsWith("org.keizoku.")) {
            events.add(event);
        }
    }

    /** The events of one kind, in the order in which they were published. */
    public <T> List<T> all(Class<T> kind) {
        return stream(kind).toList();
    }

    public <T> Stream<T> stream(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Kinds of fact for which the audit pages have no Japanese word. */
    List<String> withoutWords() {
        return speechless;
    }

    void forget() {
        events.clear();
        speechless.clear();
    }
}
