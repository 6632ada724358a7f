package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.engine.TaskHappened;
import org.keizoku.local.Mail;
import org.keizoku.local.Sms;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.keizoku.testing.StandIns;
import org.springframework.beans.factory.annotation.Autowired;

/** A drill in the same night as the real event that it resembles: each goes its own way, and everybody sees which is which. */
@KeizokuTest
class DrillTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    Activations activations;

    @Autowired
    Heard heard;

    @Test
    void a_drill_is_marked_to_its_end_on_every_message_and_task() {
        String drill = city.reported(drillAt("2026-01-15T23:41"));
        assertThat(drill).startsWith("D2026-");

        everybody.worksUntilClosed(drill, List.of("domain"));

        assertThat(StandIns.TWILIO.received()).isNotEmpty().allSatisfy(sms -> {
            assertThat(sms.from()).isEqualTo(StandIns.DRILL_SMS_FROM);
            assertThat(sms.body()).startsWith("【訓練】");
        });
        assertThat(StandIns.MAIL.received())
                .isNotEmpty()
                .extracting(Mail::subject)
                .allMatch(subject -> subject.startsWith("【訓練】"));
        assertThat(heard.all(TaskHappened.class))
                .isNotEmpty()
                .extracting(TaskHappened::name)
                .allMatch(name -> name.startsWith("【訓練】"));
        assertThat(city.told(drill).get(0)).startsWith("【訓練】発動 " + drill);
    }

    @Test
    void the_same_minute_can_be_real_and_a_drill_and_each_is_told_apart() {
        String drill = city.reported(drillAt("2026-01-15T23:42"));
        String real = city.earthquake("6-lower", "2026-01-15T23:42");

        assertThat(real).startsWith("2026-");
        Set<String> called = city.whoGotSms("安否と参集");
        assertThat(called).contains("joho1");
        Map<Boolean, List<Sms>> byMark = StandIns.TWILIO.received().stream()
                .collect(Collectors.partitioningBy(sms -> sms.body().startsWith("【訓練】")));
        assertThat(byMark.get(true)).isNotEmpty().allMatch(sms -> sms.from().equals(StandIns.DRILL_SMS_FROM));
        assertThat(byMark.get(false)).isNotEmpty().noneMatch(sms -> sms.from().equals(StandIns.DRILL_SMS_FROM));
        assertThat(task(real).getName()).doesNotContain("訓練");
        assertThat(task(drill).getName()).isEqualTo("【訓練】" + task(real).getName());
        assertThat(activations.all())
                .extracting(Activation::number)
                .contains(new ActivationNumber(real), new ActivationNumber(drill));
    }

    @Test
    void the_start_form_opens_a_drill_that_no_variable_makes_real() {
        Map<String, Object> form =
                new HashMap<>(entered("eventType", "power-outage", "occurredAt", "2026-01-15T23:43+09:00"));
        form.put("drill", true);
        city.starts("shukan", ActivationModel.PROCESS, form);

        Instant occurredAt = OffsetDateTime.parse("2026-01-15T23:43+09:00").toInstant();
        assertThat(activations.all())
                .filteredOn(activation -> activation.occurredAt().equals(occurredAt))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.number().isDrill()).isTrue();
                    assertThat(opened.number().value()).startsWith("D2026-");
                });
    }

    @Test
    void a_real_activation_whose_words_say_drill_is_asked_which_it_is() {
        assertThat(city.report(
                                """
                {"eventType": "power-outage", "occurredAt": "2026-01-15T23:44", "situation": "【訓練】停電の訓練"}""")
                        .body())
                .contains("訓練なら");
        assertThatThrownBy(() -> new ActivationNumber("X2026-001")).isInstanceOf(IllegalArgumentException.class);
    }

    private Task task(String number) {
        return night.task(number, AssemblyModel.CONFIRM_ASSEMBLY);
    }

    private static String drillAt(String occurredAt) {
        return """
                {"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "%s", "drill": true}"""
                .formatted(occurredAt);
    }
}
