package org.keizoku.engine;

import org.junit.jupiter.api.Tag;

/** Each of the same races a thousand times. */
@Tag("bench")
class HandRacesBench extends HandRacesTest {

    @Override
    int races() {
        return 1000;
    }
}
