package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.SampleCity;

/** The head and the deputies of the ICT department keep the plan at home. */
class HomeCopiesTest {

    private static final String DEPUTIES = "deputies: [somu-bucho, kikaku-kacho]";
    private static final Plan BEFORE = plan();

    @Test
    void who_is_no_deputy_any_more_hands_over_to_who_is_one_now() {
        assertThat(HomeCopies.between(BEFORE, plan(DEPUTIES, "deputies: [somu-bucho, fukushicho]")))
                .singleElement()
                .satisfies(handover -> {
                    assertThat(handover.document()).isEqualTo("1 ICT部門業務継続計画");
                    assertThat(handover.from()).isEqualTo(Set.of(new PersonId("kikaku-kacho")));
                    assertThat(handover.to()).isEqualTo(Set.of(new PersonId("fukushicho")));
                });
    }

    @Test
    void another_order_of_the_same_deputies_moves_no_copy() {
        assertThat(HomeCopies.between(BEFORE, plan(DEPUTIES, "deputies: [kikaku-kacho, somu-bucho]")))
                .isEmpty();
    }

    @Test
    void who_leaves_without_a_successor_still_hands_over() {
        assertThat(HomeCopies.between(BEFORE, plan(DEPUTIES, "deputies: [somu-bucho]")))
                .singleElement()
                .satisfies(handover -> assertThat(handover.to()).isEmpty());
    }

    @Test
    void another_role_moves_no_copy() {
        assertThat(HomeCopies.between(BEFORE, plan("deputies: [joho1, joho2]", "deputies: [joho2]")))
                .isEmpty();
    }

    private static Plan plan(String... changes) {
        return new PlanFile("plan.yaml", SampleCity.with(changes)).read();
    }
}
