package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.scenario.City;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ExtendedModelMap;

/** Who looks at the record is on the record, and what the application began with. */
@KeizokuTest
class LooksTest {

    private static final Authentication AUDITOR = new TestingAuthenticationToken("kansa", null, "ROLE_auditor");
    private static final Authentication EXAMINER = new TestingAuthenticationToken("kansain", null, "ROLE_audit-team");
    private static final Authentication SECTION = new TestingAuthenticationToken("koho", null, "ROLE_public-relations");

    @Autowired
    AuditPages pages;

    @Autowired
    TimelinePages timeline;

    @Autowired
    City city;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_look_at_values_is_one_entry_and_does_not_change_the_record_that_was_looked_at() {
        String number = city.earthquake("6-lower", "2026-01-15T23:21:37+09:00");
        open(number, "", AUDITOR);
        assertThat(looks()).hasSize(1);
        open(number, "", EXAMINER);
        assertThat(looks()).hasSize(2);
        assertThat(looks().get(1).actor()).isEqualTo("kansain");
        assertThat(looks().get(1).values().toString()).contains(number, "値のある記録");
        timeline.one(number, "", "", "", "余震", null, null, false, 0, 0, AUDITOR, new ExtendedModelMap());
        timeline.one(number, "", "", "", "", null, null, false, 0, 0, AUDITOR, new ExtendedModelMap());
        assertThat(looks()).hasSize(3);
        assertThat(looksIn(number)).isZero();
    }

    @Test
    void entries_without_values_and_the_list_are_no_look() {
        String number = city.earthquake("6-lower", "2026-01-15T23:22:41+09:00");

        open(number, "task-opened", AUDITOR);
        pages.activations(AUDITOR, new ExtendedModelMap());

        assertThat(looks()).isEmpty();
    }

    @Test
    void a_file_that_is_taken_away_is_an_entry() {
        String number = city.earthquake("6-lower", "2026-01-15T23:23:43+09:00");

        pages.file(number, "", "余震", AUDITOR);

        assertThat(of("record-exported"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.values().toString()).contains(number, "余震"));
    }

    @Test
    void a_refused_look_is_an_entry_with_who_was_refused() {
        String number = city.earthquake("6-lower", "2026-01-15T23:24:47+09:00");

        assertThatThrownBy(() -> open(number, "", SECTION)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> pages.file(number, "", "", SECTION)).isInstanceOf(AccessDeniedException.class);

        assertThat(of("record-look-refused")).extracting(Fact::actor).containsExactly("koho", "koho");
        assertThat(of("record-exported")).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void the_start_is_on_record_with_its_settings_and_the_models_and_forms_but_without_secrets() {
        String settings = newest("started");
        assertThat(settings)
                .contains("sample-city", "keizoku.notice.", "\"keizoku.sms.auth-token\":\"設定あり\"")
                .doesNotContain("token-of-the-tests", "+815000000000", "ACtest");
        assertThat(newest("models-deployed")).contains("forms/decide.form", "processes/security-audit.bpmn");
    }

    private void open(String number, String kind, Authentication person) {
        pages.one(number, kind, "", 1, person, new ExtendedModelMap());
    }

    private List<Fact> looks() {
        return of("record-looked-at");
    }

    private List<Fact> of(String kind) {
        return heard.stream(Fact.class).filter(fact -> fact.kind().equals(kind)).toList();
    }

    private long looksIn(String number) {
        return jdbc.sql("select count(*) from ledger_entry where activation_number = ? and kind like 'record-%'")
                .param(number)
                .query(Long.class)
                .single();
    }

    private String newest(String kind) {
        return jdbc.sql(
                        """
                        select facts::text from ledger_facts join ledger_entry on id = entry_id
                        where kind = :kind order by id desc limit 1""")
                .params(Map.of("kind", kind))
                .query(String.class)
                .single();
    }
}
