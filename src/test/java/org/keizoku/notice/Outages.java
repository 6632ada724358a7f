package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.local.Answer;
import org.keizoku.local.Mail;
import org.keizoku.local.MailStandIn;
import org.keizoku.local.TwilioStandIn;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An outbox whose nodes are killed, or lose their database, at random moments while they plan and hand over. The providers live on and
 * count.
 */
public final class Outages implements AutoCloseable {

    private static final int LONGEST_LIFE_MILLIS = 1000;
    private static final int LONGEST_UNTIL_CUT_MILLIS = 200;
    private static final int LONGEST_CUT_MILLIS = 100;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final TwilioStandIn provider = TwilioStandIn.on(0, NoticesOnTrial.ACCOUNT, NoticesOnTrial.TOKEN);
    private final MailStandIn mail = MailStandIn.on(0);
    private final NoticesOnTrial notices = new NoticesOnTrial(provider.address(), mail.port(), Duration.ofMillis(100));
    private final List<Logger> quiet = Stream.of("org.keizoku.notice", "com.zaxxer.hikari", "org.springframework")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    private final Queue<String> committed = new ConcurrentLinkedQueue<>();

    /** What a node logs while it has no database is no news. */
    public Outages() {
        quiet.forEach(logger -> logger.setLevel(Level.OFF));
        provider.usually(Answer.slow(Duration.ofMillis(10)));
    }

    /**
     * So many processes, one after the other, each killed with SIGKILL after a random while, every other one not before it has committed
     * something, however slow the machine is; the last node lives until all is handed over.
     */
    public void kills(int times) throws Exception {
        for (int n = 0; n < times; n++) {
            try (var node = new NodeProcess(notices.surroundings(), n)) {
                node.runs();
                if (n % 2 == 1) {
                    node.commits();
                }
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                committed.addAll(node.kill());
            }
        }
        try (NodeOnTrial last = notices.node()) {
            awaitAllHandedOver();
        }
    }

    /** One node that lives on while all of its connections to the database are cut so many times, each for a random while. */
    public void cuts(int times) throws Exception {
        var wire = new Wire(notices.surroundings().connections());
        try (var node = new NodeOnTrial(notices.surroundings(), wire)) {
            for (int n = 0; n < times; n++) {
                var night = new Night(n);
                var planning = CompletableFuture.runAsync(() -> isPlannedAsFarAsPossible(night, node));
                Thread.sleep(random.nextInt(LONGEST_UNTIL_CUT_MILLIS));
                wire.cut();
                Thread.sleep(random.nextInt(LONGEST_CUT_MILLIS));
                wire.mend();
                planning.join();
            }
            awaitAllHandedOver();
        }
    }

    private void isPlannedAsFarAsPossible(Night night, NodeOnTrial node) {
        try {
            night.isPlannedOn(node, committed::add);
        } catch (DataAccessException | TransactionException cutOff) {
            // Nobody was told that it is committed, and it may be.
        }
    }

    /**
     * A hand-over that was begun as the database went away waits for the end of its lease, which is a minute; a notice that this happened to
     * again and again waits as long as after any failed attempt, at most a quarter of an hour.
     */
    private void awaitAllHandedOver() {
        // A killed node resets its line to the mail server, whose thread says so.
        await("seed " + seed)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> notices.open() == 0);
    }

    /** Fails where a notice is lost, an SMS went twice, or a mail went twice without a word about it. */
    public void leaveNothingLostOrDoubleUnsaid() {
        Map<String, Long> rows =
                counted(notices.jdbc().sql("select step from notice").query(String.class).list().stream());
        assertThat(rows.keySet())
                .as("seed %d: what was committed is kept", seed)
                .containsAll(committed);
        assertThat(rows.values()).as("seed %d: kept whole", seed).containsOnly(2L * Night.PERSONS);

        Map<String, Long> sent =
                counted(provider.received().stream().flatMap(sms -> sms.body().lines()));
        assertThat(sent.keySet())
                .as("seed %d: no SMS lost", seed)
                .containsExactlyInAnyOrderElementsOf(notices.jdbc()
                        .sql("select text from notice where channel = 'SMS'")
                        .query(String.class)
                        .list());
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

    public Tally tally() {
        return new Tally(
                count("true"),
                count("bundle_id is not null"),
                count("channel = 'SMS' and exists (select 1 from notice_attempt a where a.notice_id = notice.id and"
                        + " outcome = 'UNKNOWN')"),
                mailsByText().values().stream().filter(times -> times > 1).count(),
                count("possibly_double"));
    }

    private long count(String which) {
        return notices.jdbc()
                .sql("select count(*) from notice where " + which)
                .query(Long.class)
                .single();
    }

    private Map<String, Long> mailsByText() {
        return counted(
                mail.received().stream().map(Mail::body).flatMap(String::lines).filter(line -> line.startsWith("通知")));
    }

    private static Map<String, Long> counted(Stream<String> lines) {
        return lines.collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }

    @Override
    public void close() {
        quiet.forEach(logger -> logger.setLevel(null));
        mail.close();
        provider.close();
    }

    /**
     * What became of the notices.
     *
     * @param bundled how many shared a message of another
     * @param asked SMS whose end nobody saw, so that the provider was asked
     * @param mailsTwice how many mails arrived twice
     * @param flagged how many mails say that they may have
     */
    public record Tally(long notices, long bundled, long asked, long mailsTwice, long flagged) {

        public Tally plus(Tally other) {
            return new Tally(
                    notices + other.notices,
                    bundled + other.bundled,
                    asked + other.asked,
                    mailsTwice + other.mailsTwice,
                    flagged + other.flagged);
        }
    }

    private record Flagged(String text, boolean possiblyDouble) {}
}
