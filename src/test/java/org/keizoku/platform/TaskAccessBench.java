package org.keizoku.platform;

import org.junit.jupiter.api.Tag;

/** The same with every verb for each role at each task. */
@Tag("bench")
class TaskAccessBench extends TaskAccessTest {

    @Override
    int verbsAtATime() {
        return TaskDoors.VERBS;
    }
}
