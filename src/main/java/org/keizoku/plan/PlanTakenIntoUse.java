package org.keizoku.plan;

/** Said at start, and whenever another version comes into force: from now on this plan counts. Saying it twice changes nothing. */
public record PlanTakenIntoUse(Plan plan) {}
