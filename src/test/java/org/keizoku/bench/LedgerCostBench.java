package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger costs: steps of the engine a second in the same run without it, with it, and with a sealer beside it; each step is a user
 * task that is taken and done, and does nothing else, so the ledger's part is as large as it can be. {@code mvn verify -Pbench}, about three
 * minutes.
 */
@Tag("bench")
@KeizokuTest
class LedgerCostBench {

    private static final String PROCESS = "bench-steps";
    private static final int TASKS = 10;
    private static final int HANDS = 4;
    private static final int RUNS = Integer.getInteger("keizoku.bench.runs", 25);
    private static final int ROUNDS = 5;
    private static final int WRITES = 300;

    @Autowired
    Night night;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationEventMulticaster events;

    @Autowired
    @Qualifier("sealing")
    SmartLifecycle sealing;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger waited = new AtomicInteger();
    private final List<ApplicationListener<?>> ledger = new ArrayList<>();

    @Test
    void the_same_run_with_and_without_the_ledger() throws Exception {
        night.asNobody(this::deploy);
        sealing.stop();
        stepsPerSecond();
        System.out.println("steps/s     without the ledger     with it     with it and the sealer");
        var figures = new double[3];
        for (int round = 0; round < ROUNDS; round++) {
            forgetLedger();
            long before = entries();
            double without = stepsPerSecond();
            assertThat(entries()).isEqualTo(before);
            rememberLedger();
            double with = stepsPerSecond();
            // Its start, three for each task, its end.
            assertThat(entries() - before).isEqualTo(HANDS * RUNS * (3L * TASKS + 2));
            sealing.start();
            double sealed = stepsPerSecond();
            sealing.stop();
            figures[0] += without / ROUNDS;
            figures[1] += with / ROUNDS;
            figures[2] += sealed / ROUNDS;
            System.out.printf("        %22.0f %11.0f %26.0f%n", without, with, sealed);
        }
        System.out.printf(
                "        %22.0f %11.0f %26.0f  (mean); the ledger costs %.1f %%, sealed %.1f %%%n",
                figures[0],
                figures[1],
                figures[2],
                100 * (1 - figures[1] / figures[0]),
                100 * (1 - figures[2] / figures[0]));
    }

    @Test
    void a_writer_does_not_wait_for_the_sealer() throws Exception {
        var trial = new LedgerOnTrial();
        var sealers = new SealersOnTrial(trial);
        sealers.seal(1);
        write(trial);
        Figures alone = write(trial);
        var stop = new AtomicInteger();
        var sealer = thread(() -> sealers.seal(1), stop);
        var looks = new AtomicInteger();
        var watcher = thread(
                () -> {
                    looks.incrementAndGet();
                    waited.addAndGet(trial.jdbc()
                            .sql("select count(*) from pg_locks where not granted")
                            .query(Integer.class)
                            .single());
                },
                stop);
        Figures beside = write(trial);
        stop.set(1);
        sealer.join();
        watcher.join();
        System.out.printf(
                "An entry written within its transaction, in ms, alone: p50 %.2f p95 %.2f; beside a sealer that never"
                        + " rests: p50 %.2f p95 %.2f; in %,d looks %d waited for a lock%n",
                alone.at(50), alone.at(95), beside.at(50), beside.at(95), looks.get(), waited.get());
        assertThat(trial.count("ledger_seal")).isGreaterThan(1);
        assertThat(waited.get()).isZero();
    }

    private static Thread thread(Runnable work, AtomicInteger stop) {
        var thread = new Thread(() -> {
            while (stop.get() == 0) {
                work.run();
            }
        });
        thread.start();
        return thread;
    }

    /** Each in a transaction of its own, of which the opening and the commit are not counted. */
    private static Figures write(LedgerOnTrial trial) {
        var figures = new Figures();
        for (int n = 0; n < WRITES; n++) {
            trial.transaction().executeWithoutResult(writing -> {
                long began = System.nanoTime();
                trial.tell("2026-0001", "判断", Map.of("理由", "余震"));
                figures.add((System.nanoTime() - began) / 1e6);
            });
        }
        return figures;
    }

    private Object deploy() {
        var step = Bpmn.createExecutableProcess(PROCESS)
                .name("手数を数える")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Task_Step0")
                .name("段階")
                .camundaCandidateUsers("joho1");
        for (int n = 1; n < TASKS; n++) {
            step = step.userTask("Task_Step" + n).name("段階").camundaCandidateUsers("joho1");
        }
        return repository
                .createDeployment()
                .addModelInstance(PROCESS + ".bpmn", step.endEvent().done())
                .deploy();
    }

    private double stepsPerSecond() throws Exception {
        var hands = Executors.newFixedThreadPool(HANDS);
        long began = System.nanoTime();
        List<Callable<Object>> work = IntStream.range(0, HANDS)
                .<Callable<Object>>mapToObj(hand -> () -> {
                    for (int run = 0; run < RUNS; run++) {
                        night.as("joho1", (Runnable) this::run);
                    }
                    return null;
                })
                .toList();
        for (var done : hands.invokeAll(work)) {
            done.get();
        }
        hands.shutdown();
        return HANDS * RUNS * TASKS / ((System.nanoTime() - began) / 1e9);
    }

    private void run() {
        String run = night.asNobody(
                () -> runtime.startProcessInstanceByKey(PROCESS, "bench").getId());
        for (int n = 0; n < TASKS; n++) {
            String task = night.asNobody(() -> tasks.createTaskQuery()
                    .processInstanceId(run)
                    .singleResult()
                    .getId());
            tasks.claim(task, "joho1");
            tasks.complete(task, Map.of("note", "余震のため現庁舎で続ける", "amount", n));
        }
    }

    private void forgetLedger() {
        ledger.clear();
        events.removeApplicationListeners(listener -> {
            boolean isLedger = listener instanceof SmartApplicationListener smart
                    && smart.getListenerId().startsWith("org.keizoku.audit.Ledger.");
            if (isLedger) {
                ledger.add(listener);
            }
            return isLedger;
        });
        assertThat(ledger).hasSize(3).allMatch(GenericApplicationListener.class::isInstance);
    }

    private void rememberLedger() {
        ledger.forEach(events::addApplicationListener);
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry where activation_number = 'bench'")
                .query(Long.class)
                .single();
    }
}
