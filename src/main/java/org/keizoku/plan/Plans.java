package org.keizoku.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The plan in force and every earlier version that an activation still runs on. */
@Service
public class Plans implements SmartInitializingSingleton {

    private final PlanVersions versions;
    private final ApplicationEventPublisher events;
    private final Map<Long, Plan> known = new ConcurrentHashMap<>();
    private final long inForce;

    Plans(PlanSettings settings, PlanVersions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
        String file = settings.isFile() ? settings.plan() : "plans/%s/plan.yaml".formatted(settings.plan());
        String yaml = text(file);
        Plan plan = new PlanFile(file, yaml).read();
        this.inForce = versions.keep(plan.id(), plan.version(), yaml);
        known.put(inForce, plan);
    }

    @Override
    public void afterSingletonsInstantiated() {
        events.publishEvent(new PlanTakenIntoUse(inForce()));
    }

    /** The plan that a new activation runs. */
    public Plan inForce() {
        return known.get(inForce);
    }

    /** The number under which the plan in force is kept. */
    public long inForceVersion() {
        return inForce;
    }

    /** The plan as it was when it was kept under this number. */
    public Plan version(long number) {
        return known.computeIfAbsent(
                number, missing -> new PlanFile("plan version " + number, versions.yaml(number)).read());
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
