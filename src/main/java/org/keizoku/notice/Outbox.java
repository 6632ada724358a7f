package org.keizoku.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of the notices that this node had in hand, written down while it still has them. */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NodeId node;
    private final Channels channels;
    private final Deliveries deliveries;
    private final NoticeRecord record;

    Outbox(JdbcClient jdbc, Clock clock, NodeId node, Channels channels, Deliveries deliveries, NoticeRecord record) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
        this.channels = channels;
        this.deliveries = deliveries;
        this.record = record;
    }

    /** Whether a notice has this message of the provider already. */
    public boolean knows(String providerId) {
        return jdbc.sql("select exists (select 1 from notice where provider_id = :id)")
                .param("id", providerId)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void accepted(HandOver handOver, String providerId) {
        deliveries.oneAtATime(providerId);
        move(handOver, Step.accepted(clock.instant(), providerId))
                .forEach((notice, state) -> record.handedOver(notice));
        deliveries.settle(providerId);
    }

    /** The provider refuses this message: it will never go out like this. */
    @Transactional
    public void refused(HandOver handOver, String code, String why) {
        failed(handOver, "PERMANENT", code, why);
    }

    private void failed(HandOver handOver, String failure, String code, String why) {
        var step = Step.failed(clock.instant(), failure, code, ProviderWords.fit(why));
        move(handOver, step).forEach((notice, state) -> record.failed(notice, code));
    }

    /** Tries again later, until the notice is too old to help anybody. */
    @Transactional
    public void putOff(HandOver handOver, String code, String why, Optional<Duration> quiet) {
        later(handOver, NoticeState.PLANNED, BackOff.afterAttempt(handOver.attempt(), quiet), code, why);
    }

    /** Finds out later what became of it. */
    @Transactional
    public void leaveUnknown(HandOver handOver, String code, String why) {
        later(handOver, NoticeState.UNKNOWN, BackOff.afterAttempt(handOver.attempt()), code, why);
    }

    private void later(HandOver handOver, NoticeState until, Duration wait, String code, String why) {
        Instant due = clock.instant().plus(wait);
        if (due.isAfter(handOver.plannedAt().plus(BackOff.GIVE_UP_AFTER))) {
            failed(handOver, "TEMPORARY", code, why);
        } else {
            move(handOver, Step.putOff(until, due, code, ProviderWords.fit(why)))
                    .forEach((notice, state) -> record.postponed(notice, state, code));
        }
    }

    @Transactional
    public void planAgain(HandOver handOver) {
        move(handOver, Step.again(clock.instant(), false));
    }

    @Transactional
    public void planAgainPossiblyDouble(HandOver handOver) {
        var step = Step.again(clock.instant(), true);
        move(handOver, step).forEach((notice, state) -> {
            if (state == NoticeState.PLANNED) {
                record.possiblyDouble(notice);
            }
        });
    }

    /** The states that the notice, and with it all that its message carries, has come to; nothing where it is no longer in this node's hand. */
    private Map<HandOver, NoticeState> move(HandOver handOver, Step step) {
        Map<HandOver, NoticeState> moved = new LinkedHashMap<>();
        moveOne(handOver, step).ifPresent(state -> {
            moved.put(handOver, state);
            handOver.riders()
                    .forEach(rider -> moveOne(rider, step.ofRider()).ifPresent(also -> moved.put(rider, also)));
            if (state == NoticeState.SKIPPED) {
                Bundles.release(jdbc);
            }
        });
        return moved;
    }

    private Optional<NoticeState> moveOne(HandOver handOver, Step step) {
        if (!handOver.state().mayBecome(step.to())) {
            throw new IllegalStateException(
                    "notice %d cannot become %s from %s".formatted(handOver.notice(), step.to(), handOver.state()));
        }
        // What was cancelled while it was on its way is not planned again, and answered where it went out.
        Optional<NoticeState> moved = jdbc.sql(
                        """
                        update notice set lease_until = null, leased_by = null, changed_at = :now, due_at = :due,
                          state = case when not_needed_since is null then :to
                            when :to = 'PLANNED' then 'SKIPPED' when :to = 'ACCEPTED' then 'ANSWERED' else :to end,
                          provider_id = coalesce(:provider, provider_id), last_error = :error, failure = :failure,
                          hear_by = case when :to <> 'ACCEPTED' then hear_by
                            when :reports or one_by_one then cast(:now as timestamptz) + hear_within end,
                          possibly_double = possibly_double or :double
                        where id = :notice and state = :from and leased_by = :node and attempts = :n
                        returning state
                        """)
                .param("to", step.to().name())
                .param("due", Timestamp.from(step.due()))
                .param("provider", step.providerId(), Types.VARCHAR)
                .param("error", step.error())
                .param("failure", step.failure())
                .param("reports", channels.report(handOver.channel()))
                .param("double", step.again())
                .param("now", now())
                .param("notice", handOver.notice())
                .param("from", handOver.state().name())
                .param("node", node.toString())
                .param("n", handOver.attempt())
                .query((row, n) -> NoticeState.valueOf(row.getString(1)))
                .optional();
        if (moved.isEmpty()) {
            LOG.warn("notice {}: the lease was over before {} could be written down", handOver.notice(), step.to());
            return moved;
        }
        if (handOver.state() == NoticeState.HANDING_OVER) {
            endAttempt(handOver, step);
        }
        LOG.info(
                "notice {} attempt {}: {} {}",
                handOver.notice(),
                handOver.attempt(),
                moved.get(),
                step.code() == null ? "" : step.code());
        return moved;
    }

    private void endAttempt(HandOver handOver, Step step) {
        jdbc.sql(
                        """
                        update notice_attempt set ended_at = :now, outcome = :to, code = :code, words = :words
                        where notice_id = :notice and n = :n
                        """)
                .param("now", now())
                .param(
                        "to",
                        step.to() == NoticeState.PLANNED
                                ? "POSTPONED"
                                : step.to().name())
                .param("code", step.code())
                .param("words", step.words())
                .param("notice", handOver.notice())
                .param("n", handOver.attempt())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
