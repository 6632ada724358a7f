package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.assembly.CallingOut;
import org.keizoku.local.Answer;
import org.keizoku.local.Mail;
import org.keizoku.local.MailStandIn;
import org.keizoku.local.Sms;
import org.keizoku.local.TwilioStandIn;

/**
 * The power goes while activations are under way: the whole application with its database runs as a process of its own, is killed with
 * SIGKILL and started again, twice over. It goes on, no notice is lost, and none goes twice unless it says so. The providers are outside
 * of it and live on.
 */
class KilledInTheNightTest {

    /** The sample city's team, all of whom are called. */
    private static final List<String> TEAM = List.of("shukan", "joho1", "joho2", "joho3", "joho4");

    /** As many as the application hands over side by side. */
    private static final int SMS_IN_HAND = 4;

    private static final int MAILS_IN_HAND = 4;

    @TempDir
    static Path folder;

    private static TwilioStandIn twilio;
    private static MailStandIn mail;
    private static HeldLine line;
    private static KeizokuProcess keizoku;
    private static OffsetDateTime shock =
            OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.MINUTES);

    @BeforeAll
    static void it_runs() throws Exception {
        twilio = TwilioStandIn.on(0, "ACtest", "token-of-the-tests");
        mail = MailStandIn.on(0);
        line = new HeldLine(mail.host(), mail.port());
        keizoku = new KeizokuProcess(
                folder,
                Map.of(
                        "keizoku.sms.account-sid",
                        "ACtest",
                        "keizoku.sms.auth-token",
                        "token-of-the-tests",
                        "keizoku.sms.base-url",
                        twilio.address(),
                        "spring.mail.host",
                        mail.host(),
                        "spring.mail.port",
                        line.port(),
                        // Messages are counted against notices here; bundles are killed in KilledDispatcherTest.
                        "keizoku.notice.bundle-within",
                        "PT0S",
                        // One more notice, in the morning, would be in hand with the others.
                        "keizoku.contact-check.daily",
                        "false"));
        keizoku.start().ready();
    }

    @AfterEach
    void the_providers_answer_again() {
        twilio.usually(Answer.accepted());
        line.release();
    }

    @AfterAll
    static void its_database_ends_with_it_however_often_it_was_killed() throws Exception {
        try {
            keizoku.stop();
            assertThat(folder.resolve(".keizoku/postgres/postmaster.pid")).doesNotExist();
        } finally {
            keizoku.close();
            line.close();
            mail.close();
            twilio.close();
        }
    }

    /** The two share one life: each start costs the tests as much as all that comes after it. A drill's notices leave by lines of their own. */
    @Test
    void killed_with_notices_in_hand_at_any_moment_of_a_report_and_again_while_it_looks_into_them() throws Exception {
        theProvidersTakeWhatTheyGetButDoNotAnswer(Duration.ofMinutes(1));
        String number = reported(anotherShock());
        within(30).untilAsserted(() -> {
            assertThat(sms(number)).isEqualTo(SMS_IN_HAND);
            assertThat(mails(number)).isEqualTo(MAILS_IN_HAND);
        });
        long allSms = inDatabase(number, "SMS");
        String occurredAt = anotherShock();
        long moment = ThreadLocalRandom.current().nextLong(1500);
        boolean heard = isAnsweredWithin(moment, keizoku.reportEarthquake(occurredAt, true));
        keizoku.kill();

        // It asks about the SMS, sends what it cannot ask about again, and is killed before it hears of that.
        keizoku.start();
        within(120).untilAsserted(() -> {
            assertThat(sms(number)).isEqualTo(allSms);
            assertThat(mails(number)).isEqualTo(2 * MAILS_IN_HAND);
        });
        keizoku.kill();

        the_providers_answer_again();
        keizoku.start().ready();
        allHaveBeenTold(number);
        assertThat(notices(number)).filteredOn(Notice::possiblyDouble).hasSize(MAILS_IN_HAND);
        thereIsTheWholeActivationOrNone(occurredAt, heard, moment);
    }

    private static boolean isAnsweredWithin(long millis, CompletableFuture<HttpResponse<String>> answer)
            throws Exception {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    /** What was answered is kept; whoever got no answer reports it again. */
    private static void thereIsTheWholeActivationOrNone(String occurredAt, boolean heard, long moment)
            throws Exception {
        Optional<String> kept = numberOf(occurredAt);
        if (heard) {
            assertThat(kept).as("what was answered is kept").isPresent();
        }
        var again = keizoku.reportEarthquake(occurredAt, true).get();
        assertThat(again.body())
                .as("killed after %d ms", moment)
                .contains(kept.map(number -> "既に発動 %s として対応中".formatted(number)).orElse("\"number\""));
        allHaveBeenTold(numberOf(occurredAt).orElseThrow());
    }

    @Test
    void a_database_that_goes_away_and_comes_back_costs_no_restart_and_no_notice() throws Exception {
        theProvidersTakeWhatTheyGetButDoNotAnswer(Duration.ofSeconds(4));
        String number = reported(anotherShock());
        within(30).untilAsserted(() -> {
            assertThat(sms(number)).isEqualTo(SMS_IN_HAND);
            assertThat(mails(number)).isEqualTo(MAILS_IN_HAND);
        });
        keizoku.databaseGoesAway();
        the_providers_answer_again();
        within(60).untilAsserted(() -> assertThat(keizoku.logged("cannot be written down yet"))
                .isGreaterThanOrEqualTo(SMS_IN_HAND + MAILS_IN_HAND));
        keizoku.databaseComesBack();

        allHaveBeenTold(number);
        assertThat(notices(number)).noneMatch(Notice::possiblyDouble);
        theSilentAreRemindedOnce(number);
    }

    private static void theProvidersTakeWhatTheyGetButDoNotAnswer(Duration howLong) {
        twilio.usually(Answer.slow(howLong));
        line.hold();
    }

    /** Another earthquake for each test: the same one twice is one activation. */
    private static String anotherShock() {
        shock = shock.minusMinutes(1);
        return shock.toString();
    }

    private static String reported(String occurredAt) throws Exception {
        var answer = keizoku.reportEarthquake(occurredAt, false).get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return numberOf(occurredAt).orElseThrow();
    }

    /** Everybody is called, every notice has left, each SMS once and each mail once or with a word about it, and the response goes on. */
    private static void allHaveBeenTold(String number) {
        within(60).untilAsserted(() -> assertThat(notices(number))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.state()).isEqualTo("ACCEPTED")));
        List<Notice> notices = notices(number);
        for (String channel : List.of("SMS", "MAIL")) {
            assertThat(notices)
                    .filteredOn(notice -> notice.step().equals(CallingOut.STEP)
                            && notice.channel().equals(channel))
                    .extracting(Notice::personId)
                    .containsExactlyInAnyOrderElementsOf(TEAM);
        }
        assertThat(sms(number)).isEqualTo(inDatabase(number, "SMS"));
        for (Notice notice : notices) {
            if (notice.channel().equals("SMS")) {
                assertThat(twilio.received())
                        .filteredOn(Sms::sid, notice.providerId())
                        .as("%s", notice)
                        .hasSize(1);
            } else {
                assertThat(mail.received())
                        .filteredOn(Mail::messageId, notice.messageId())
                        .as("%s", notice)
                        .hasSizeBetween(1, notice.possiblyDouble() ? Integer.MAX_VALUE : 1);
            }
        }
        assertThat(openSteps(number)).contains(AssemblyModel.CONFIRM_ASSEMBLY);
    }

    /** The reminder's time comes, which is a timer of the engine. */
    private static void theSilentAreRemindedOnce(String number) {
        int moved = keizoku.database()
                .sql(
                        """
                        update act_ru_job set duedate_ = '2000-01-01' where handler_cfg_ like :timer || '%'
                          and root_proc_inst_id_ in
                            (select root_proc_inst_id_ from act_ru_execution where business_key_ = :number)""")
                .param("timer", "Event_ReminderDue")
                .param("number", number)
                .update();
        assertThat(moved).isEqualTo(1);
        within(30).untilAsserted(() -> assertThat(notices(number))
                .filteredOn(notice -> notice.round() == 1 && notice.channel().equals("SMS"))
                .extracting(Notice::state)
                .hasSize(TEAM.size())
                .containsOnly("ACCEPTED"));
        assertThat(twilio.received())
                .filteredOn(sms -> sms.body().contains("再送1:") && isAbout(number, sms.body()))
                .extracting(Sms::to)
                .doesNotHaveDuplicates()
                .hasSize(TEAM.size());
    }

    private static long sms(String number) {
        return twilio.received().stream()
                .filter(sms -> isAbout(number, sms.body()))
                .count();
    }

    private static long mails(String number) {
        return mail.received().stream()
                .filter(mail -> isAbout(number, mail.subject() + mail.body()))
                .count();
    }

    /** D2026-001 is another. */
    private static boolean isAbout(String number, String text) {
        return Pattern.compile("(?<!D)" + number).matcher(text).find();
    }

    private static long inDatabase(String number, String channel) {
        return notices(number).stream()
                .filter(notice -> notice.channel().equals(channel))
                .count();
    }

    private static List<Notice> notices(String number) {
        return keizoku.database()
                .sql(
                        """
                        select person_id, channel, step, round, state, provider_id, message_id, possibly_double
                        from notice where activation_number = ?""")
                .param(number)
                .query(Notice.class)
                .list();
    }

    private static Optional<String> numberOf(String occurredAt) {
        return keizoku.database()
                .sql("select number from activation where occurred_at = ?::timestamptz")
                .param(occurredAt)
                .query(String.class)
                .optional();
    }

    private static List<String> openSteps(String number) {
        return keizoku.database()
                .sql(
                        """
                        select t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ?""")
                .param(number)
                .query(String.class)
                .list();
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }

    record Notice(
            String personId,
            String channel,
            String step,
            int round,
            String state,
            String providerId,
            String messageId,
            boolean possiblyDouble) {}
}
