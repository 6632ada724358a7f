package org.keizoku.engine;

import java.util.List;
import java.util.Optional;

/** A feature's word on the rule under which a task is asked of people; Tasklist shows it below what the task says itself. */
public interface TaskBasis {

    /** The property of a model's element that names the clauses it carries out, comma separated. */
    String PROPERTY = "clause";

    /** The variable with the clauses that the plan itself gives for what a process decides, comma separated: they come first. */
    String PLAN_CLAUSES = "planClauses";

    /**
     * One line for whoever has to do the task; empty where there is nothing to say.
     *
     * @param activation the business key of the activation, null outside of one
     * @param clauses what the plan gives under {@link #PLAN_CLAUSES}, then what the element names under {@link #PROPERTY}, each once
     */
    Optional<String> of(String activation, List<String> clauses);
}
