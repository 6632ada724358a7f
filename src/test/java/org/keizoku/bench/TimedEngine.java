package org.keizoku.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.keizoku.local.EmbeddedDatabase;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An engine of its own whose job executor is built as the Spring Boot starter builds it, and which notes how late its timers are. */
final class TimedEngine implements AutoCloseable {

    private final HikariDataSource connections = new HikariDataSource();
    private final ThreadPoolTaskExecutor threads;
    private final ProcessEngine engine;
    private final List<Duration> lateness = new ArrayList<>();
    private volatile CountDownLatch pending = new CountDownLatch(0);
    private volatile Instant due;

    TimedEngine(String name, EmbeddedDatabase database, CamundaBpmProperties settings, int poolSize) {
        database.withDatabase(name);
        connections.setJdbcUrl(database.url(name));
        connections.setUsername(EmbeddedDatabase.OWNER);
        connections.setPassword(database.password());
        connections.setMaximumPoolSize(poolSize);
        threads = (ThreadPoolTaskExecutor) JobConfiguration.camundaTaskExecutor(settings);
        threads.initialize();
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setProcessEngineName(name)
                .setDataSource(connections)
                .setDatabaseSchemaUpdate("true")
                .setHistory(settings.getHistoryLevel())
                .setJobExecutorActivate(true);
        configuration.setJobExecutor(JobConfiguration.jobExecutor(threads, settings));
        new BeanWrapperImpl(configuration)
                .setPropertyValues(settings.getGenericProperties().getProperties());
        // As the starter has it; the engine's other generator takes its numbers from the database, one thread after the
        // other.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("timerFired", (JavaDelegate) task -> fired()));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "one-timer.bpmn",
                        Bpmn.createExecutableProcess("one-timer")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${due}")
                                .serviceTask()
                                .camundaDelegateExpression("${timerFired}")
                                // As the application's clocks do: they go on to wait, the procedure is not over with
                                // them.
                                .receiveTask()
                                .message("never")
                                .endEvent()
                                .done())
                .deploy();
    }

    /** Makes this many timers, all due at the same instant. */
    void await(int timers, Instant due) throws InterruptedException {
        lateness.clear();
        this.due = due;
        pending = new CountDownLatch(timers);
        Map<String, Object> variables = Map.of("due", Date.from(due));
        var hands = Executors.newFixedThreadPool(8);
        for (int n = 0; n < timers; n++) {
            hands.execute(() -> engine.getRuntimeService().startProcessInstanceByKey("one-timer", variables));
        }
        hands.shutdown();
        hands.awaitTermination(10, TimeUnit.MINUTES);
    }

    /** How late each of the timers was. */
    Lateness lateness() throws InterruptedException {
        if (!pending.await(10, TimeUnit.MINUTES)) {
            throw new AssertionError(pending.getCount() + " timers never fired");
        }
        synchronized (lateness) {
            return Lateness.of(lateness);
        }
    }

    private void fired() {
        synchronized (lateness) {
            lateness.add(Duration.between(due, Instant.now()));
        }
        pending.countDown();
    }

    @Override
    public void close() {
        engine.close();
        threads.shutdown();
        connections.close();
    }

    /** How late a number of timers was. */
    record Lateness(Duration p50, Duration p99, Duration max) {

        static Lateness of(List<Duration> all) {
            var sorted = all.stream().sorted().toList();
            return new Lateness(at(sorted, 0.50), at(sorted, 0.99), sorted.get(sorted.size() - 1));
        }

        private static Duration at(List<Duration> sorted, double share) {
            return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }

        @Override
        public String toString() {
            return "%8.2f %8.2f %8.2f".formatted(seconds(p50), seconds(p99), seconds(max));
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }
}
