package org.keizoku;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of ArchitectureTest can fail: here it looks at classes that break it. */
class BrokenArchitectureTest {

    private static final String ROOT = "org.keizoku.brokencity";
    private static final JavaClasses CODE = new ClassFileImporter().importPackages(ROOT);

    @Test
    void a_cycle_is_found() {
        assertThat(broken(Architecture.noCycles(ROOT))).hasSize(1);
    }

    @Test
    void knowing_those_above_is_found() {
        assertThat(Architecture.knowsOnlyBelow(ROOT).flatMap(rule -> broken(rule).stream()))
                .singleElement()
                .asString()
                .contains("PlanHelper.ledger");
    }

    @Test
    void knowing_a_listener_is_found() {
        assertThat(broken(Architecture.nobodyKnowsTheListeners(ROOT)))
                .singleElement()
                .asString()
                .contains("PlanHelper.ledger");
    }

    @Test
    void camunda_in_a_service_is_found() {
        assertThat(broken(Architecture.camundaStaysAtTheSeam(ROOT)))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("PlanHelper.runtime"));
        assertThat(broken(Architecture.implStaysInside(ROOT)))
                .singleElement()
                .asString()
                .contains("ClockUtil");
    }

    @Test
    void every_other_clock_is_found() {
        assertThat(broken(Architecture.oneClock(ROOT)))
                .hasSize(5)
                .anyMatch(finding -> finding.contains("Instant.now"))
                .anyMatch(finding -> finding.contains("LocalDate.now"))
                .anyMatch(finding -> finding.contains("java.util.Date.<init>"))
                .anyMatch(finding -> finding.contains("currentTimeMillis"))
                .anyMatch(finding -> finding.contains("ClockUtil.getCurrentTime"));
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        assertThat(broken(Architecture.namesSayWhatItIs(ROOT)))
                .singleElement()
                .asString()
                .contains("PlanHelper");
    }

    private static List<String> broken(ArchRule rule) {
        return rule.evaluate(CODE).getFailureReport().getDetails();
    }
}
