package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.local.Answer;
import org.keizoku.local.Mail;
import org.keizoku.local.MailStandIn;
import org.keizoku.local.TwilioStandIn;
import org.keizoku.plan.PersonId;
import org.slf4j.LoggerFactory;

/**
 * Nodes that are killed at random moments while they plan and hand over, each followed by the next on the same database. The providers
 * live on and count.
 */
public final class Kills implements AutoCloseable {

    private static final ActivationNumber ACTIVATION = new ActivationNumber("2026-001");
    private static final int PERSONS = 3;
    private static final int STEPS = 2;
    private static final int LONGEST_LIFE_MILLIS = 300;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final TwilioStandIn provider = TwilioStandIn.on(0, NoticesOnTrial.ACCOUNT, NoticesOnTrial.TOKEN);
    private final MailStandIn mail = MailStandIn.on(0);
    private final NoticesOnTrial notices = new NoticesOnTrial(provider.address(), mail.port());
    private final List<Logger> quiet = Stream.of("org.keizoku.notice", "com.zaxxer.hikari", "org.springframework")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    private int planned;

    /** What a node logs while it is being killed is no news. */
    public Kills() {
        quiet.forEach(logger -> logger.setLevel(Level.OFF));
        provider.usually(Answer.slow(Duration.ofMillis(10)));
    }

    /** Each node plans some notices, lives for a random while and is killed; the last one lives until all is handed over. */
    public void happen(int times) throws InterruptedException {
        for (int n = 0; n < times; n++) {
            NodeOnTrial node = notices.node(Duration.ofMillis(100));
            for (int step = 0; step < STEPS; step++) {
                node.plan(
                        persons(n),
                        ACTIVATION,
                        "step-" + planned++,
                        Urgency.INFORMATION,
                        "通知%d ".formatted(planned) + "%s");
            }
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            node.kill();
        }
        try (NodeOnTrial last = notices.node(Duration.ofMillis(100))) {
            await("seed " + seed)
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> notices.open() == 0);
        }
    }

    /** Fails where a notice is lost, an SMS went twice, or a mail went twice without a word about it. */
    public void leaveNothingLostOrDoubleUnsaid() {
        Map<String, Long> sent = provider.received().stream()
                .flatMap(sms -> sms.body().lines())
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
        List<String> texts = notices.jdbc()
                .sql("select text from notice where channel = 'SMS'")
                .query(String.class)
                .list();
        assertThat(texts).as("planned").hasSize(planned * PERSONS);
        assertThat(sent.keySet()).as("seed %d: no SMS lost", seed).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(sent.values()).as("seed %d: no SMS twice", seed).containsOnly(1L);

        Map<String, Long> mails = mailsByText();
        List<Flagged> planned = notices.jdbc()
                .sql("select text, possibly_double from notice where channel = 'MAIL'")
                .query(Flagged.class)
                .list();
        assertThat(mails.keySet())
                .as("seed %d: no mail lost", seed)
                .containsExactlyInAnyOrderElementsOf(
                        planned.stream().map(Flagged::text).toList());
        assertThat(planned)
                .as("seed %d: no mail twice without a word", seed)
                .allMatch(notice -> notice.possiblyDouble() || mails.get(notice.text()) == 1);
    }

    /** How many mails went twice, and how many say that they may have. */
    public String told() {
        long twice = mailsByText().values().stream().filter(times -> times > 1).count();
        long flagged = notices.jdbc()
                .sql("select count(*) from notice where possibly_double")
                .query(Long.class)
                .single();
        long bundled = notices.jdbc()
                .sql("select count(*) from notice where bundle_id is not null")
                .query(Long.class)
                .single();
        return "%,d notices (%,d of them in a message with others); %,d mails went twice, %,d are flagged"
                .formatted(2L * planned * PERSONS, bundled, twice, flagged);
    }

    private Map<String, Long> mailsByText() {
        return mail.received().stream()
                .map(Mail::body)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("通知"))
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }

    private static List<PersonId> persons(int n) {
        return IntStream.range(0, PERSONS)
                .mapToObj(each -> NoticesOnTrial.person(PERSONS * n + each))
                .toList();
    }

    @Override
    public void close() {
        quiet.forEach(logger -> logger.setLevel(null));
        mail.close();
        provider.close();
    }

    private record Flagged(String text, boolean possiblyDouble) {}
}
