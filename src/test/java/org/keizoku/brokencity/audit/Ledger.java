package org.keizoku.brokencity.audit;

import org.keizoku.brokencity.plan.PlanHelper;

/** Closes a cycle with the plan. */
public class Ledger {

    PlanHelper plan;
}
