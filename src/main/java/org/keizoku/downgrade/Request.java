package org.keizoku.downgrade;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.Matter;

/**
 * What somebody asks for.
 *
 * @param level the importance of the information, 3 the highest; null where the matter has none
 * @param target on what
 * @param compensation what makes up for it meanwhile
 * @param restoration how it is put back
 * @param executor who is to do it, in words
 * @param until when it ends; for a deed, until when it must be done
 * @param breakGlass whether it was done at once to protect life or to stop damage from spreading, before anybody approved it
 */
public record Request(
        ActivationNumber activation,
        Matter matter,
        Integer level,
        String target,
        String reason,
        String compensation,
        String restoration,
        String executor,
        Instant until,
        boolean breakGlass) {

    /** SHA-256 of all that it says, in hex: an approval counts for exactly this. */
    String fingerprint() {
        List<Object> parts = List.of(
                activation,
                matter.code(),
                level == null ? "" : level,
                target,
                reason,
                compensation,
                restoration,
                executor,
                until,
                breakGlass);
        String text = parts.stream()
                .map(Object::toString)
                .map(part -> "%d:%s".formatted(part.length(), part))
                .collect(Collectors.joining("\n"));
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
