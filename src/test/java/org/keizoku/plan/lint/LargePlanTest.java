package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The largest plan that anybody would write, and the same with all of it wrong. */
class LargePlanTest {

    /** What is read once: the rules, the shipped tables and the schema. */
    @BeforeAll
    static void begin() {
        SoundPlan.unchanged().findings();
    }

    @Test
    void two_thousand_people_and_five_hundred_systems_take_at_most_5_s() {
        String plan = LargePlan.of(2_000, 500);

        assertThat(Patience.lint(plan)).isEmpty();
    }

    @Test
    void so_do_they_with_a_finding_on_every_line() {
        String plan = LargePlan.of(2_000, 500)
                .replace("distanceKm: 5, channels: [sms, mail]", "distanceKm: 5, channels: [sms]")
                .replace("priority: S", "priority: E")
                .replace("arrivesWithin: PT1H", "arrivesWithin: P1D")
                .replace("deputies: [person-1001, person-1002]", "deputies: [person-1001, person-1001]")
                .replace("dependsOn: []", "dependsOn: [system-499]");

        assertThat(Patience.lint(plan)).hasSize(2_000 + 500 + 3 * 500 + 500 + 500);
    }

    @Test
    void so_do_they_with_nobody_whom_the_roles_name() {
        assertThat(Patience.lint(LargePlan.of(2_000, 500).replace("{id: person-", "{id: somebody-")))
                .hasSize(2_000 + 3 * 500 + 3);
    }
}
