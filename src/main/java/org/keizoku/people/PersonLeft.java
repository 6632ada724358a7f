package org.keizoku.people;

import org.keizoku.plan.PersonId;

/** Said in the transaction in which a person who is no longer in the plan loses the account: sessions can end. */
public record PersonLeft(PersonId person) {}
