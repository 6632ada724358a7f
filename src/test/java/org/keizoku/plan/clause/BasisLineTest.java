package org.keizoku.plan.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BasisLineTest {

    @Test
    void one_clause_stands_with_its_document_place_and_label() {
        assertThat(line("SMP-802-06")).isEqualTo("根拠: 総務省サンプル 8(2) 復旧拠点 " + label("SMP-802-06"));
    }

    @Test
    void the_document_is_named_where_it_changes_only() {
        assertThat(line("SMP-802-06", "SMP-802-05", "KDR-000-01"))
                .isEqualTo("根拠: 総務省サンプル 8(2) 復旧拠点 %s、%s %s、小平市 表紙 %s"
                        .formatted(
                                label("SMP-802-06"),
                                clause("SMP-802-05").where(),
                                label("SMP-802-05"),
                                label("KDR-000-01")));
    }

    @Test
    void of_five_clauses_three_are_shown_and_two_counted() {
        assertThat(line("SMP-802-06", "SMP-802-05", "SMP-802-07", "SMP-802-08", "SMP-802-10"))
                .contains(label("SMP-802-07"))
                .doesNotContain(label("SMP-802-08"))
                .endsWith(" ほか2件");
    }

    @Test
    void without_a_clause_there_is_no_line() {
        assertThat(BasisLine.of(Clauses.named(List.of("ABC-1-1", "not an id")))).isEmpty();
    }

    private static String line(String... ids) {
        return BasisLine.of(Clauses.named(List.of(ids))).orElseThrow();
    }

    private static String label(String id) {
        return clause(id).label();
    }

    private static Clause clause(String id) {
        return Clauses.named(List.of(id)).get(0);
    }
}
