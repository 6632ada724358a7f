package org.keizoku.people.contact;

import java.time.LocalDate;
import java.util.List;
import org.keizoku.plan.PersonId;

/**
 * The daily check found persons with fewer than two proved contacts, and it is time to tell somebody; published in the check's transaction.
 *
 * @param day in Japan
 * @param people in the order of the plan
 */
public record ContactsLacking(LocalDate day, List<PersonId> people) {}
