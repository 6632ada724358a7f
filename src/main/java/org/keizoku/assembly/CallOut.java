package org.keizoku.assembly;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.notice.LinkId;
import org.keizoku.plan.PersonId;

/** That one person was called, for what, with which words and which link to answer by. */
record CallOut(
        ActivationNumber activation,
        PersonId person,
        Attendance attendance,
        Instant calledAt,
        LinkId link,
        String subject,
        String text) {}
