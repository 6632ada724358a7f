package org.keizoku.engine;

/** A feature's word on how a task is headed, wherever it is shown. */
public interface TaskTitle {

    /**
     * The title to show.
     *
     * @param activation the business key of the activation, null outside of one
     * @param title as the model says, or as another feature made it
     */
    String of(String activation, String title);
}
