package org.keizoku.platform;

import org.junit.jupiter.api.Tag;

/** All 3,845 assignments of four roles with their deputies to up to five persons, with more ways tried at each task. */
@Tag("bench")
class EveryWayBench extends EveryWayTest {

    @Override
    int assignments() {
        return 3845;
    }

    @Override
    int attempts() {
        return 24;
    }
}
