package org.keizoku.activation;

import java.util.Map;
import org.keizoku.plan.PersonId;

/** A feature's knowledge of who cannot act in an activation. They keep every right to act; only nobody waits for them. */
public interface Absences {

    /** The persons, each with a few Japanese words on how it is known, for example 負傷と回答. */
    Map<PersonId, String> of(ActivationNumber activation);
}
