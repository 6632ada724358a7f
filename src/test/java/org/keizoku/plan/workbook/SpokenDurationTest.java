package org.keizoku.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenDurationTest {

    @ParameterizedTest
    @CsvSource({
        "PT3H, 3時間, PT3H",
        "PT30M, 30分, PT30M",
        "PT24H, 1日, P1D",
        "P1DT12H, 1日12時間, P1DT12H",
        "PT1H30M15S, 1時間30分15秒, PT1H30M15S",
        "PT0S, 0分, PT0S",
        "P14D, 14日, P14D"
    })
    void is_told_as_people_write_it_and_kept_as_plans_do(Duration span, String told, String inPlan) {
        assertThat(SpokenDuration.told(span)).isEqualTo(told);
        assertThat(SpokenDuration.inPlan(span)).isEqualTo(inPlan);
    }

    @ParameterizedTest
    @CsvSource({
        "３時間, PT3H",
        "3 時 間, PT3H",
        "3h, PT3H",
        "3H, PT3H",
        "PT3H, PT3H",
        "pt3h, PT3H",
        "P1D, P1D",
        "3時間以内, PT3H",
        "1.5時間, PT1H30M",
        "3時間半, PT3H30M",
        "半日, PT12H",
        "90分, PT1H30M",
        "30min, PT30M",
        "3日間, P3D",
        "2週間, P14D",
        "1日12時間30分, P1DT12H30M",
        "即時, PT0S"
    })
    void is_read_leniently(String words, Duration span) {
        assertThat(SpokenDuration.read(words)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "三時間", "時間", "3:00", "-3時間", "PT-3H", "3ヶ月", "未定", "999999999時間", "P"})
    void what_means_no_length_is_none(String words) {
        assertThat(SpokenDuration.read(words)).isEmpty();
    }

    @RepeatedTest(200)
    void what_is_told_is_read_back_the_same(RepetitionInfo run) {
        var span = Duration.ofSeconds(new Random(run.getCurrentRepetition()).nextInt(90_000_000));

        assertThat(SpokenDuration.read(SpokenDuration.told(span))).contains(span);
        assertThat(Duration.parse(SpokenDuration.inPlan(span))).isEqualTo(span);
    }
}
