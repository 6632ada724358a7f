package org.keizoku.notice.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gaps that were found: one is open at a time, with one task for the operator, and it is closed when there is none any more. */
@Component
public class NoticeGaps {

    /** A gap that is still there so long after the operator did something about it is asked about once more. */
    static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Reconciling reconciling;
    private final NoticeGapProcess process;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NoticeGaps(
            JdbcClient jdbc,
            Reconciling reconciling,
            NoticeGapProcess process,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.reconciling = reconciling;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** How it stands now; empty where all goes as planned. */
    public Optional<String> now() {
        return Optional.of(reconciling.look()).filter(gap -> !gap.isNone()).map(Gap::told);
    }

    /** How many gaps are open: one or none. */
    int openNow() {
        return open().isPresent() ? 1 : 0;
    }

    /** One look: opens the task, closes it, or leaves it. Returns whether all goes as planned. */
    @Transactional
    public boolean reconcile() {
        Gap gap = reconciling.look();
        Optional<Open> open = open();
        if (gap.isNone()) {
            open.ifPresent(this::close);
        } else if (open.isEmpty()) {
            begin(gap);
        } else if (open.get().isToBeAskedAgain(clock.instant())) {
            end(open.get());
            begin(gap);
        }
        return gap.isNone();
    }

    /** The operator has done something about it. */
    void handled(long number, PersonId by, String remedy) {
        jdbc.sql("update notice_gap set handled_at = :now where id = :number and handled_at is null")
                .param("now", now(clock))
                .param("number", number)
                .update();
        tell(by.value(), "notice-gap-handled", "通知の滞りに対応しました。", Map.of("行ったこと", remedy));
    }

    /** Several nodes may find it at the same moment; the table takes one. */
    private void begin(Gap gap) {
        jdbc.sql(
                        """
                        insert into notice_gap (opened_at, found) values (:now, :found)
                        on conflict ((closed_at is null)) where closed_at is null do nothing returning id
                        """)
                .param("now", now(clock))
                .param("found", gap.told())
                .query(Long.class)
                .optional()
                .ifPresent(number -> {
                    process.found(number, gap.told());
                    tell(Actor.SYSTEM, "notice-gap", gap.told(), Map.of());
                });
    }

    private void close(Open open) {
        if (end(open)) {
            tell(Actor.SYSTEM, "notice-gap-over", "通知の滞りが解消しました。", Map.of());
        }
    }

    private boolean end(Open open) {
        boolean ended = jdbc.sql("update notice_gap set closed_at = :now where id = :number and closed_at is null")
                        .param("now", now(clock))
                        .param("number", open.number)
                        .update()
                > 0;
        if (ended) {
            process.over(open.number);
        }
        return ended;
    }

    private Optional<Open> open() {
        return jdbc.sql("select id, handled_at from notice_gap where closed_at is null")
                .query((row, n) -> new Open(
                        row.getLong("id"),
                        Optional.ofNullable(row.getTimestamp("handled_at")).map(Timestamp::toInstant)))
                .optional();
    }

    private void tell(String actor, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(null, clock.instant(), actor, null, kind, told, values));
    }

    private static Timestamp now(Clock clock) {
        return Timestamp.from(clock.instant());
    }

    private record Open(long number, Optional<Instant> handledAt) {

        boolean isToBeAskedAgain(Instant now) {
            return handledAt
                    .filter(at -> !now.isBefore(at.plus(ASKED_AGAIN_AFTER)))
                    .isPresent();
        }
    }
}
