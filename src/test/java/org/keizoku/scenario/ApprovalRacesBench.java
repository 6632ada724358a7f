package org.keizoku.scenario;

import org.junit.jupiter.api.Tag;

/** The same a thousand times. */
@Tag("bench")
class ApprovalRacesBench extends ApprovalRacesTest {

    @Override
    int races() {
        return 1000;
    }
}
