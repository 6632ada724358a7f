package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.people.contact.ContactChannel.MAIL;
import static org.keizoku.people.contact.ContactChannel.SMS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticePolicies.Course;
import org.keizoku.people.contact.Contact;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.Plans;
import org.keizoku.plan.SampleCity;

/** The plan tells decisions in an earthquake by SMS, then mail; everything else by mail alone; an older version says nothing. */
class NoticePoliciesTest {

    private static final Instant THEN = Instant.parse("2026-01-04T17:14:00Z");
    private static final Contact SMS_1 = new Contact(SMS, "+819000000001", 0);
    private static final Contact SMS_2 = new Contact(SMS, "+819000000002", 1);
    private static final Contact MAIL_1 = new Contact(MAIL, "first@city.example", 0);

    private final Activations activations = mock();
    private final Plans plans = mock();
    private final NoticePolicies policies = new NoticePolicies(
            activations, plans, new NoticeSettings(true, true, Duration.ofMinutes(10), 0, 0, Duration.ZERO));

    @BeforeEach
    void plans() {
        Plan silent = plan("");
        Plan telling = plan(
                """
                notices:
                  - {events: [earthquake], about: [decision], channels: [sms, mail], atOnce: false, nextAfter: PT3M}
                  - {channels: [mail], atOnce: true, nextAfter: PT1H}
                """);
        when(plans.version(1)).thenReturn(silent);
        when(plans.version(2)).thenReturn(telling);
        when(plans.inForce()).thenReturn(telling);
        runs("2026-001", "earthquake", 1);
        runs("2026-002", "earthquake", 2);
        runs("2026-003", "epidemic", 2);
    }

    @Test
    void where_the_plan_says_nothing_every_channel_goes_at_once_and_the_setting_counts() {
        Course course = policies.of(new ActivationNumber("2026-001"), Urgency.DECISION);

        assertThat(course.nextAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(course.first(List.of(MAIL_1, SMS_1, SMS_2))).containsExactly(MAIL_1, SMS_1);
        assertThat(course.inOrder(List.of(MAIL_1, SMS_1, SMS_2))).containsExactly(MAIL_1, SMS_1, SMS_2);
    }

    @Test
    void the_first_policy_that_fits_event_and_matter_counts() {
        assertThat(policies.of(new ActivationNumber("2026-002"), Urgency.DECISION)
                        .nextAfter())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(policies.of(new ActivationNumber("2026-002"), Urgency.REPORT).nextAfter())
                .isEqualTo(Duration.ofHours(1));
        assertThat(policies.of(new ActivationNumber("2026-003"), Urgency.DECISION)
                        .nextAfter())
                .isEqualTo(Duration.ofHours(1));
        assertThat(policies.of(null, Urgency.DECISION).nextAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void one_by_one_every_number_is_tried_before_the_next_channel() {
        Course course = policies.of(new ActivationNumber("2026-002"), Urgency.DECISION);

        assertThat(course.first(List.of(MAIL_1, SMS_1, SMS_2))).containsExactly(SMS_1);
        assertThat(course.inOrder(List.of(MAIL_1, SMS_1, SMS_2))).containsExactly(SMS_1, SMS_2, MAIL_1);
        assertThat(course.first(List.of(MAIL_1))).containsExactly(MAIL_1);
        assertThat(course.first(List.of())).isEmpty();
    }

    @Test
    void a_channel_that_is_not_named_is_the_last_resort_and_the_first_of_who_has_no_other() {
        Course course = policies.of(new ActivationNumber("2026-002"), Urgency.REPORT);

        assertThat(course.first(List.of(SMS_1, MAIL_1))).containsExactly(MAIL_1);
        assertThat(course.inOrder(List.of(SMS_1, MAIL_1))).containsExactly(MAIL_1, SMS_1);
        assertThat(course.first(List.of(SMS_1, SMS_2))).containsExactly(SMS_1);
    }

    private void runs(String number, String event, long version) {
        var id = new ActivationNumber(number);
        when(activations.find(id))
                .thenReturn(Optional.of(
                        new Activation(id, event, Map.of(), THEN, THEN, "joho1", null, State.OPEN, null, version)));
    }

    private static Plan plan(String more) {
        return new PlanFile("plan.yaml", SampleCity.with() + "\n" + more).read();
    }
}
