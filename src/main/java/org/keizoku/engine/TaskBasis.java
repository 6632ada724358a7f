package org.keizoku.engine;

import java.util.List;
import java.util.Optional;

/** A feature's word on the rule under which a task is asked of people; Tasklist shows it below what the task says itself. */
public interface TaskBasis {

    /** The property of a model's element that names the clauses it carries out, comma separated. */
    String PROPERTY = "clause";

    /**
     * One line for whoever has to do the task; empty where there is nothing to say.
     *
     * @param activation the business key of the activation, null outside of one
     * @param clauses what the element names under {@link #PROPERTY}, in its order
     */
    Optional<String> of(String activation, List<String> clauses);
}
