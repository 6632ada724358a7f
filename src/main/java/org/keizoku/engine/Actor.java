package org.keizoku.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who is acting: the person signed in to the engine in this thread; nobody when the engine works by itself. */
@Component
public class Actor {

    /** How the record names the software itself where no person acted. */
    public static final String SYSTEM = "system";

    private final IdentityService identity;

    Actor(IdentityService identity) {
        this.identity = identity;
    }

    /** The signed-in person's id, empty for timers, jobs and start-up. */
    public Optional<String> person() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(authentication -> authentication.getUserId())
                .filter(id -> !id.isBlank());
    }

    /** The signed-in person's id, or {@link #SYSTEM}. */
    public String nameForRecord() {
        return person().orElse(SYSTEM);
    }

    /** Does the work under the software's own name, whoever is signed in, and restores them afterwards. */
    public <T> T asSystem(Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
