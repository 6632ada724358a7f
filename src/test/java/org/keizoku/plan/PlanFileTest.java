package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The sample city's plan is read; each break of it is named with file and line. */
class PlanFileTest {

    @Test
    void the_sample_city_has_five_ict_staff_and_sixteen_systems() {
        Plan plan = broken(text -> text);

        assertThat(plan.role(plan.duties().staff()).holders()).hasSize(5);
        assertThat(plan.systems()).hasSize(16);
        assertThat(plan.system(new SystemId("resident-register"))
                        .targetFor("earthquake")
                        .rto())
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void the_cio_is_followed_by_two_deputies_in_order() {
        assertThat(broken(text -> text).role(new RoleId("cio")).ranks())
                .extracting(Role.Rank::group)
                .containsExactly("cio", "cio-deputy-1", "cio-deputy-2");
    }

    @Test
    void an_unknown_person_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("holders: [bosai]", "holders: [bosay]")))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("plan.yaml:" + lineOf("holders: [bosai]"))
                .hasMessageContaining("peopleに「bosay」がいません");
    }

    @Test
    void an_unknown_key_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("  quorum: 0.6", "  quorom: 0.7")))
                .hasMessageContaining("plan.yaml:" + lineOf("  quorum: 0.6"))
                .hasMessageContaining("quorom");
    }

    @Test
    void a_value_out_of_range_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("  quorum: 0.6", "  quorum: 7")))
                .hasMessageContaining("plan.yaml:" + lineOf("  quorum: 0.6"))
                .hasMessageContaining("assembly.quorum");
    }

    @Test
    void a_number_beyond_all_measure_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("  quorum: 0.6", "  quorum: 1e400")))
                .hasMessageContaining("plan.yaml:" + lineOf("  quorum: 0.6"))
                .hasMessageContaining("数が大きすぎます");
    }

    @Test
    void a_duration_that_is_none_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("  every: PT3H", "  every: three hours")))
                .hasMessageContaining("plan.yaml:" + lineOf("  every: PT3H"))
                .hasMessageContaining("reporting");
    }

    @Test
    void broken_yaml_is_named_with_its_line() {
        assertThatThrownBy(() -> broken(text -> text.replace("  every: PT3H", "  every: [PT3H")))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("plan.yaml:");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> broken(text -> "")).hasMessageContaining("ファイルが空です");
    }

    private static Plan broken(UnaryOperator<String> change) {
        return new PlanFile("plan.yaml", change.apply(text())).read();
    }

    private static long lineOf(String words) {
        return text().lines().takeWhile(line -> !line.contains(words)).count() + 1;
    }

    private static String text() {
        try {
            return new ClassPathResource("plans/sample-city/plan.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
