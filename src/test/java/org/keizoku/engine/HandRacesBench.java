package org.keizoku.engine;

import org.junit.jupiter.api.Tag;

/** The same races, a thousand times in all. */
@Tag("bench")
class HandRacesBench extends HandRacesTest {

    @Override
    int races() {
        return 334;
    }
}
