package org.keizoku.notice.compose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/**
 * A text that somebody wrote for chosen people of an activation.
 *
 * @param begunAt when its page was opened
 */
record Composition(ActivationNumber activation, String text, Set<PersonId> to, PersonId by, Instant begunAt) {

    /** The text as SMS recipients read it. */
    String marked() {
        return activation.marked(text);
    }

    /** The step of its notices' key: the same page sent twice with the same text is one sending, whatever the browser does. */
    String step() {
        return "composed/%s/%d/%s".formatted(by, begunAt.toEpochMilli(), fingerprint());
    }

    private String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
