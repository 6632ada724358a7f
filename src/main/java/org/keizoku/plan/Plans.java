package org.keizoku.plan;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.ProcedureDeployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plan in force and every earlier version that an activation still runs on. At a start the file's text comes into force if it was
 * never seen before; otherwise the latest version that was accepted counts.
 */
@Service
public class Plans implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final PlanVersions versions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ProcedureDeployment> procedures;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Map<Long, Plan> known = new ConcurrentHashMap<>();
    private final String id;
    private final boolean newAtStart;
    private volatile long inForce;
    /** The version that the rest of the application was told of last; 0 before the first. */
    private long told;

    Plans(
            PlanSettings settings,
            PlanVersions versions,
            ApplicationEventPublisher events,
            ObjectProvider<ProcedureDeployment> procedures,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.versions = versions;
        this.events = events;
        this.procedures = procedures;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        String file = settings.isFile() ? settings.plan() : "plans/%s/plan.yaml".formatted(settings.plan());
        String yaml = text(file);
        Plan plan = new PlanFile(file, yaml).read();
        this.id = plan.id();
        this.newAtStart = !versions.knows(id, yaml) && versions.keep(plan, yaml, Approval.atStart(clock.instant()));
        this.inForce = versions.latest(id);
        version(inForce);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (newAtStart) {
            events.publishEvent(new Fact(
                    null,
                    clock.instant(),
                    Actor.SYSTEM,
                    "起動時",
                    "plan-in-force",
                    "起動時に計画(版%s)を受け入れた。".formatted(inForce().version()),
                    Map.of("計画", id)));
        }
        follow();
    }

    /** The plan that a new activation runs. */
    public Plan inForce() {
        return known.get(inForce);
    }

    /** The number under which the plan in force is kept. */
    public long inForceVersion() {
        return inForce;
    }

    /** The number of the version that counts in the database, also in the seconds before this node has followed it. */
    public long latestVersion() {
        return versions.latest(id);
    }

    /** The plan as it was when it was kept under this number. */
    public Plan version(long number) {
        return known.computeIfAbsent(
                number, missing -> new PlanFile("plan version " + number, versions.yaml(number)).read());
    }

    /** The text of the version that is kept under this number. */
    public String text(long number) {
        return versions.yaml(number);
    }

    /** Every version of this plan that was or is in force, the newest first. */
    public List<PlanVersion> history() {
        return versions.all(id);
    }

    /**
     * Brings an accepted text into force with the caller's transaction: this node follows when it has committed, the others within
     * seconds. Returns its number.
     */
    @Transactional
    public long takeIntoUse(String yaml, Approval approval) {
        Plan plan = new PlanFile("plan", yaml).read();
        if (!plan.id().equals(id)) {
            throw new IllegalArgumentException("%s is not the plan in use, %s".formatted(plan.id(), id));
        }
        if (!versions.keep(plan, yaml, approval)) {
            throw new IllegalArgumentException("this text was in force before");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                followOrTryLater();
            }
        });
        return versions.latest(id);
    }

    /** Looks which version counts, and tells the rest of the application where that is another one than it knows. */
    synchronized void follow() {
        long latest = versions.latest(id);
        if (latest == told) {
            return;
        }
        Plan plan = version(latest);
        if (told != 0) {
            // Before the version counts: it may name tables and processes that stand beside its file since yesterday.
            ownTransaction.executeWithoutResult(own -> procedures.getObject().deployWhatIsThere());
        }
        inForce = latest;
        ownTransaction.executeWithoutResult(own -> events.publishEvent(new PlanTakenIntoUse(plan)));
        told = latest;
    }

    /** What is not followed now, because the database is away, is followed at the next look. */
    void followOrTryLater() {
        try {
            follow();
        } catch (RuntimeException later) {
            LOG.warn("the plan could not be followed, trying again: {}", later.toString());
        }
    }

    private static String text(String file) {
        try {
            var shipped = new ClassPathResource(file);
            if (shipped.exists()) {
                return shipped.getContentAsString(StandardCharsets.UTF_8);
            }
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new PlanRefused(List.of(
                    PlanFinding.ofFile(file, "この計画はありません", "keizoku.planに、同梱の計画の名前(sample-cityなど)かファイルのパスを書いてください")));
        }
    }
}
