package org.keizoku.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.activation.Activations;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong input gets one clear message as problem details, and nothing is half done. */
@KeizokuTest
class ActivationApiTest {

    @Autowired
    City city;

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
    }

    @Test
    void who_may_not_start_an_activation_is_refused() {
        var answer = city.reportAs("kansa", "{\"eventType\":\"power-outage\",\"occurredAt\":\"2026-01-16T01:01\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("権限がありません");
    }

    @Test
    void a_started_activation_is_named_with_its_situation_page() {
        var answer = city.report("{\"eventType\":\"power-outage\",\"occurredAt\":\"2026-01-16T01:02\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/activations/2026-");
    }
}
