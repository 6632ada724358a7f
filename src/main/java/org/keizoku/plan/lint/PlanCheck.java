package org.keizoku.plan.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.keizoku.engine.MoreProcedures;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.PlanTakenIntoUse;
import org.keizoku.plan.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/** What is wrong with the plan in force: an error stops every activation, and is told soon after the plan was taken into use. */
@Service
public class PlanCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PlanCheck.class);

    /** Where the findings are shown. */
    public static final String PAGE = "/plan/lint";

    private final Plans plans;
    private final List<MoreProcedures> more;
    private final Map<Long, List<PlanFinding>> known = new ConcurrentHashMap<>();
    private List<PlanRule> rules = List.of();
    private Map<String, String> looked;
    private volatile boolean ready;

    PlanCheck(Plans plans, List<MoreProcedures> more) {
        this.plans = plans;
        this.more = more;
    }

    /** What is wrong with the plan in force. */
    public List<PlanFinding> findings() {
        return known.computeIfAbsent(
                plans.inForceVersion(),
                version -> findingsIn("plan.yaml", plans.text(version).getBytes(StandardCharsets.UTF_8)));
    }

    /** What is wrong with a plan file that is only looked at: it may name what is deployed. */
    public List<PlanFinding> findingsIn(String file, byte[] content) {
        return PlanLint.lint(file, content, rules());
    }

    /** They keep what the tables beside the plan say, and are made anew where a file has come, gone or changed. */
    private synchronized List<PlanRule> rules() {
        Map<String, Resource> files = new TreeMap<>();
        more.forEach(procedures -> files.putAll(procedures.files()));
        Map<String, String> now = new TreeMap<>();
        files.forEach((name, file) -> now.put(name, stamp(file)));
        if (!now.equals(looked)) {
            rules = PlanRules.in(Surroundings.and(files.values()));
            looked = now;
        }
        return rules;
    }

    private static String stamp(Resource file) {
        try {
            return "%d bytes of %d".formatted(file.contentLength(), file.lastModified());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Refuses where the plan in force has an error. */
    public void insistOnNoError() {
        long errors = errors();
        if (errors > 0) {
            throw new Refused("計画に誤りが%d件あるため、発動できません。「計画の検査」(%s)を見て直してください。".formatted(errors, PAGE));
        }
    }

    /** Beside everything else: the first look makes the decision engine ready, which takes seconds that a start does not have. */
    @EventListener(ApplicationReadyEvent.class)
    void lookOnceReady() {
        ready = true;
        lookSoon();
    }

    @EventListener(PlanTakenIntoUse.class)
    void lookAtAnotherVersion() {
        if (ready) {
            lookSoon();
        }
    }

    private void lookSoon() {
        var look = new Thread(this::tellTheOperator, "plan-check");
        look.setDaemon(true);
        look.start();
    }

    private void tellTheOperator() {
        long errors = errors();
        if (errors > 0) {
            LOG.error("the plan in force has {} errors: nothing can be activated; see {}", errors, PAGE);
        }
    }

    private long errors() {
        return findings().stream().filter(PlanFinding::isError).count();
    }
}
