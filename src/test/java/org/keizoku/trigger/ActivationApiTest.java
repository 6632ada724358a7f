package org.keizoku.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Fact;
import org.keizoku.scenario.City;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong input gets one clear message as problem details, and nothing is half done. */
@KeizokuTest
class ActivationApiTest {

    @Autowired
    City city;

    @Autowired
    Heard heard;

    @Autowired
    Activations activations;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"eventType":"earthquake","intensity":"6.5","occurredAt":"2026-01-16T01:00"} | 「6.5」はありません
            {"eventType":"earthquake","occurredAt":"2026-01-16T01:00"}                   | 震度(intensity)を選んでください
            {"eventType":"dragon","occurredAt":"2026-01-16T01:00"}                       | 「dragon」はありません
            {"eventType":"earthquake","intensity":"6-lower"}                             | 必要な項目がありません: occurredAt
            {"intensity":"6-lower"}                                                      | 必要な項目がありません: eventType, occurredAt
            {"eventType":"earthquake","intensity":"6-lower","occurredAt":"yesterday"}    | 「yesterday」が日時として読めません
            {"eventType":"other","occurredAt":"2027-01-16T01:00"}                        | 未来
            {"eventType":"other","occurredAt":"2024-01-16T01:00"}                        | 1年以上前
            {"eventType":"other","occurredAt":"2026-01-16T01:00","plan":"x"}             | 知らない項目です: plan
            {"eventType":"earthquake",                                                   | JSONとして読めません(1行目
            ``                                                                           | JSONの本文がありません
            """)
    void wrong_input_is_named_and_starts_nothing(String body, String words) {
        int before = activations.all().size();

        var answer = city.report(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(words);
        assertThat(activations.all()).hasSize(before);
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("signal-refused")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.activation()).isNull();
                    assertThat(fact.values().get("本文")).isEqualTo(body);
                    assertThat(fact.values().get("理由").toString()).contains(words);
                });
    }

    @Test
    void a_signal_longer_than_any_is_refused_before_it_is_read() {
        var answer = city.report("{\"eventType\":\"other\",\"situation\":\"%s\"}".formatted("あ".repeat(30_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("64KBまで");
    }

    @Test
    void who_may_not_start_an_activation_is_refused() {
        var answer = city.reportAs("kansa", "{\"eventType\":\"power-outage\",\"occurredAt\":\"2026-01-16T01:01\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("権限がありません");
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("signal-refused")))
                .singleElement()
                .satisfies(fact -> assertThat(fact.actor()).isEqualTo("kansa"));
    }

    @Test
    void a_started_activation_is_named_with_its_situation_page() {
        var answer = city.report("{\"eventType\":\"power-outage\",\"occurredAt\":\"2026-01-16T01:02\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/activations/2026-");
    }

    @Test
    void what_was_sent_stands_on_the_record_as_it_came() {
        String body =
                "{ \"eventType\":\"power-outage\",  \"occurredAt\":\"2026-01-15T23:26:53+09:00\",\n \"situation\":\"配電盤から煙\" }";

        String number = city.reported(body);

        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("signal-received")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.activation()).isEqualTo(number);
                    assertThat(fact.actor()).isNotEqualTo("system");
                    assertThat(fact.values().get("本文")).isEqualTo(body);
                });
    }
}
