package org.keizoku.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            NodeId node,
            Channels channels,
            Deliveries deliveries,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
        this.channels = channels;
        this.deliveries = deliveries;
        this.events = events;
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
        move(handOver, Step.accepted(clock.instant(), providerId));
        deliveries.settle(providerId);
    }

    /** The provider refuses this message: it will never go out like this. */
    @Transactional
    public void refused(HandOver handOver, String code, String why) {
        failed(handOver, "PERMANENT", code, why);
    }

    private void failed(HandOver handOver, String failure, String code, String why) {
        var step = Step.failed(clock.instant(), failure, code, ProviderWords.fit(why));
        if (move(handOver, step).isPresent()) {
            tell(handOver, "notice-failed", "通知 %d({%s}、%s)を渡せませんでした(%s)。別の方法で伝えてください。", code);
        }
    }

    /** Tries again later, or to find out later, until the notice is too old to help anybody. */
    @Transactional
    public void putOff(HandOver handOver, NoticeState until, String code, String why) {
        Instant due = clock.instant().plus(BackOff.afterAttempt(handOver.attempt()));
        if (due.isAfter(handOver.plannedAt().plus(BackOff.GIVE_UP_AFTER))) {
            failed(handOver, "TEMPORARY", code, why);
        } else {
            move(handOver, Step.putOff(until, due, code, ProviderWords.fit(why)));
        }
    }

    @Transactional
    public void planAgain(HandOver handOver) {
        move(handOver, Step.again(clock.instant(), false));
    }

    @Transactional
    public void planAgainPossiblyDouble(HandOver handOver) {
        var step = Step.again(clock.instant(), true);
        if (move(handOver, step).filter(NoticeState.PLANNED::equals).isPresent()) {
            tell(handOver, "notice-possibly-double", "通知 %d({%s}、%s)は引渡しの途中で中断したため、もう一度送ります。二重に届く可能性があります。", null);
        }
    }

    /** The state that the notice has come to; empty where it is no longer in this node's hand. */
    private Optional<NoticeState> move(HandOver handOver, Step step) {
        if (!handOver.state().mayBecome(step.to)) {
            throw new IllegalStateException(
                    "notice %d cannot become %s from %s".formatted(handOver.notice(), step.to, handOver.state()));
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
                .param("to", step.to.name())
                .param("due", Timestamp.from(step.due))
                .param("provider", step.providerId)
                .param("error", step.code == null ? null : (step.code + " " + step.words).trim())
                .param("failure", step.failure)
                .param("reports", channels.report(handOver.channel()))
                .param("double", step.again)
                .param("now", now())
                .param("notice", handOver.notice())
                .param("from", handOver.state().name())
                .param("node", node.toString())
                .param("n", handOver.attempt())
                .query((row, n) -> NoticeState.valueOf(row.getString(1)))
                .optional();
        if (moved.isEmpty()) {
            LOG.warn("notice {}: the lease was over before {} could be written down", handOver.notice(), step.to);
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
                step.code == null ? "" : step.code);
        return moved;
    }

    private void endAttempt(HandOver handOver, Step step) {
        jdbc.sql(
                        """
                        update notice_attempt set ended_at = :now, outcome = :to, code = :code, words = :words
                        where notice_id = :notice and n = :n
                        """)
                .param("now", now())
                .param("to", step.to == NoticeState.PLANNED ? "POSTPONED" : step.to.name())
                .param("code", step.code)
                .param("words", step.words)
                .param("notice", handOver.notice())
                .param("n", handOver.attempt())
                .update();
    }

    private void tell(HandOver handOver, String kind, String sentence, String code) {
        events.publishEvent(new Fact(
                handOver.activation(),
                clock.instant(),
                Actor.SYSTEM,
                null,
                kind,
                sentence.formatted(handOver.notice(), handOver.person(), handOver.channel(), code),
                Map.of()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Where a notice goes from here, and why. */
    private record Step(
            NoticeState to, Instant due, String providerId, String failure, String code, String words, boolean again) {

        static Step accepted(Instant now, String providerId) {
            return new Step(NoticeState.ACCEPTED, now, providerId, null, null, "", false);
        }

        static Step failed(Instant now, String failure, String code, String words) {
            return new Step(NoticeState.FAILED, now, null, failure, code, words, false);
        }

        static Step putOff(NoticeState until, Instant due, String code, String words) {
            return new Step(until, due, null, null, code, words, false);
        }

        static Step again(Instant now, boolean possiblyDouble) {
            return new Step(NoticeState.PLANNED, now, null, null, null, "", possiblyDouble);
        }
    }
}
