package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.bench.TimedEngine.Lateness;
import org.keizoku.local.EmbeddedDatabase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * How late timers are after a quiet time, in real time on a real PostgreSQL: with the job executor of application.yaml and with
 * Camunda's own settings, side by side. {@code mvn verify -Pbench}, about seven minutes.
 */
@Tag("bench")
class TimerPunctualityBench {

    private static final Duration IDLE = Duration.ofSeconds(80);
    private static final int WARM_UP_ROUNDS = 3;
    private static final Duration TO_BEGIN = Duration.ofSeconds(10);
    private static final Duration TO_CREATE_ONE = Duration.ofMillis(80);

    @TempDir
    Path folder;

    @Test
    void a_thousand_timers_due_at_once_after_a_quiet_time_are_at_most_five_seconds_late() throws Exception {
        Map<Integer, Lateness> ours = new LinkedHashMap<>();
        Map<Integer, Lateness> defaults = new LinkedHashMap<>();
        Binder application = application();
        int pool = application
                .bind("spring.datasource.hikari.maximum-pool-size", Integer.class)
                .get();
        try (var database = EmbeddedDatabase.in(folder.resolve("postgres"));
                var keizoku = new TimedEngine(
                        "keizoku",
                        database,
                        application
                                .bind("camunda.bpm", CamundaBpmProperties.class)
                                .get(),
                        pool);
                var camunda = new TimedEngine("camunda", database, camundasOwn(), pool)) {
            // Engines that have worked before: compiling is not what is measured.
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                for (TimedEngine engine : List.of(keizoku, camunda)) {
                    engine.await(1000, Instant.now());
                    engine.lateness();
                }
            }
            for (int timers : new int[] {1, 1000}) {
                Instant due = Instant.now().plus(IDLE).plus(TO_BEGIN).plus(TO_CREATE_ONE.multipliedBy(timers));
                keizoku.await(timers, due);
                camunda.await(timers, due);
                assertThat(Duration.between(Instant.now(), due)).as("idle time").isGreaterThanOrEqualTo(IDLE);
                ours.put(timers, keizoku.lateness());
                defaults.put(timers, camunda.lateness());
            }
        }

        System.out.println("Lateness of timers after %d s of quiet, in seconds".formatted(IDLE.toSeconds()));
        System.out.println("         application.yaml              Camunda's own settings");
        System.out.println("timers        p50      p99      max        p50      p99      max");
        ours.forEach((timers, late) -> System.out.printf("%6d   %s   %s%n", timers, late, defaults.get(timers)));
    }

    private static Binder application() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment);
    }

    /** The same history, so that both do the same work; everything else as it comes. */
    private static CamundaBpmProperties camundasOwn() throws IOException {
        var settings = new CamundaBpmProperties();
        settings.setHistoryLevel(
                application().bind("camunda.bpm.history-level", String.class).get());
        return settings;
    }
}
