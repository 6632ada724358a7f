package org.keizoku.people.contact;

import org.keizoku.plan.PersonId;
import org.keizoku.platform.workbook.WorkbookText;

/** A list of contacts as a workbook and back. */
interface BookOfContacts<B extends BroughtContacts> {

    /** The whole list, taken out by this person, which is put on the record. */
    byte[] takenOutBy(PersonId person);

    /** Reads a workbook against the list of now; nothing is stored. */
    B read(WorkbookText workbook);

    /** Makes the list say what the workbook said when the person saw it; returns how many changes that were. */
    int take(B brought, PersonId person);
}
