package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCoverageTest {

    private static final Models BROKEN = Models.in(Path.of("src/test/resources/broken-models"), List.of());
    private static final List<String> ALL_BUT_ONE = List.of(
            "broken/Flow_0k3ab1x",
            "broken/Flow_Ask",
            "broken/Flow_Ask_No",
            "broken/Flow_Scripted",
            "broken/Flow_Person",
            "broken/Flow_Called");

    @Test
    void one_untaken_flow_is_named() {
        assertThat(FlowCoverage.untaken(BROKEN, ALL_BUT_ONE)).containsExactly("broken/Flow_Ask_Yes");
    }

    @Test
    void the_same_flow_of_another_process_does_not_count() {
        assertThat(FlowCoverage.untaken(BROKEN, List.of("crowded/Flow_Ask_Yes")))
                .hasSize(7)
                .contains("broken/Flow_Ask_Yes");
    }
}
