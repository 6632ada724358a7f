package org.keizoku.audit.replay;

import java.time.Instant;
import java.util.Comparator;

/** One thing that changed how an activation stood; it does itself to a scene. */
sealed interface Change {

    /** In their order; of one moment first what begins and last what ends, so that a step which took no time has been there. */
    Comparator<Change> IN_ORDER = Comparator.comparing(Change::at).thenComparing(Change::rank);

    Instant at();

    /** Its place among the changes of one moment. */
    int rank();

    void applyTo(Scene scene);

    /** A token came to a step. */
    record Arrived(Token token) implements Change {
        @Override
        public Instant at() {
            return token.since();
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public void applyTo(Scene scene) {
            scene.arrived(token);
        }
    }

    /**
     * Somebody has a task from now on.
     *
     * @param person null where it was given back
     */
    record Held(Instant at, String task, String person) implements Change {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public void applyTo(Scene scene) {
            scene.held(task, person);
        }
    }

    /**
     * A variable has another value from now on.
     *
     * @param value null where it was removed
     */
    record Noted(Instant at, Variable variable, Value value) implements Change {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public void applyTo(Scene scene) {
            scene.noted(variable, value);
        }
    }

    /** A token left its step. */
    record Left(Instant at, String token, boolean withdrawn) implements Change {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public void applyTo(Scene scene) {
            scene.left(token, at, withdrawn);
        }
    }

    /**
     * A variable of a run.
     *
     * @param scope the run's id, or that of the token whose step it belongs to
     */
    record Variable(String id, String run, String scope, String name) {}

    /**
     * What a variable held.
     *
     * @param shown as an auditor may read it
     * @param revision counts its values: two that are shown alike are still told apart
     */
    record Value(String shown, int revision) {}
}
