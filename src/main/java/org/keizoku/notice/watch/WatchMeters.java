package org.keizoku.notice.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a monitoring that asks by itself sees of the watch; it finds out too where the watch itself stands still. */
@Component
class WatchMeters implements MeterBinder {

    private final Reconciling reconciling;
    private final NoticeGaps gaps;
    private final LifeSign lifeSign;
    private final Clock clock;

    WatchMeters(Reconciling reconciling, NoticeGaps gaps, LifeSign lifeSign, Clock clock) {
        this.reconciling = reconciling;
        this.gaps = gaps;
        this.lifeSign = lifeSign;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keizoku.notice.gaps.open", gaps::openNow)
                .description("1 while what was planned and what happened are apart, else 0")
                .register(registry);
        Gauge.builder(
                        "keizoku.notice.overdue.oldest",
                        () -> orZero(reconciling.look().oldest()))
                .baseUnit("seconds")
                .description("age of the oldest notice that no provider has taken in time, 0 where there is none")
                .register(registry);
        age(
                registry,
                "keizoku.notice.dispatcher.look.age",
                reconciling::lastLook,
                "since the last look of any dispatcher");
        age(registry, "keizoku.notice.heartbeat.age", lifeSign::heardAt, "since the outside heard of this node");
    }

    /** Not a number where it never was. */
    private void age(MeterRegistry registry, String name, Supplier<Optional<Instant>> last, String description) {
        Gauge.builder(name, () -> last.get().map(this::secondsSince).orElse(Double.NaN))
                .baseUnit("seconds")
                .description(description)
                .register(registry);
    }

    private double orZero(Optional<Instant> moment) {
        return moment.map(this::secondsSince).orElse(0.0);
    }

    private double secondsSince(Instant moment) {
        return Duration.between(moment, clock.instant()).toMillis() / 1000.0;
    }
}
