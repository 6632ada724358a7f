package org.keizoku.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTakenIntoUse;
import org.keizoku.plan.Plans;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts on the record with which settings, plan, models and forms the application works: at each start, and when they change. */
@Component
class StartRecord {

    /**
     * Said to be set, never told: passwords, tokens, and what may be a person's number or hold a token in its address. A name from the
     * environment has lost its hyphens.
     */
    private static final String UNTOLD =
            "(?i).*(password|token|sid|recipients|from|url|proxy|heads-?mail(?!-?every)).*";

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Environment environment;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartRecord(JdbcClient jdbc, Plans plans, Environment environment, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.environment = environment;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Plan plan = plans.inForce();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("計画", "%s 版%s".formatted(plan.id(), plan.version()));
        values.put("Java", System.getProperty("java.version"));
        values.putAll(settings());
        tell("started", "システムを起動", values);
        models();
    }

    /** After whoever deploys what the plan brings. */
    @EventListener(PlanTakenIntoUse.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void models() {
        Optional<String> newest = newestDeployment();
        if (newest.isPresent() && !newest.equals(lastTold())) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("配置", newest.get());
            jdbc.sql(
                            """
                            select name_, encode(sha256(bytes_), 'hex') as hash from act_ge_bytearray
                            where deployment_id_ = ? order by name_""")
                    .param(newest.get())
                    .query(row -> {
                        values.put(row.getString("name_"), row.getString("hash"));
                    });
            tell("models-deployed", "手順・様式・判定表の新しい版を配置", values);
        }
    }

    /** The settings as the application sees them, whatever source they come from. */
    private Map<String, String> settings() {
        Map<String, String> told = new TreeMap<>();
        Binder.get(environment)
                .bind("keizoku", Bindable.mapOf(String.class, Object.class))
                .ifBound(bound -> collect("keizoku", bound, told));
        return told;
    }

    private static void collect(String name, Object value, Map<String, String> told) {
        if (value instanceof Map<?, ?> more) {
            more.forEach((key, inner) -> collect(name + "." + key, inner, told));
        } else {
            told.put(name, told(name, value));
        }
    }

    /** How a setting is told. */
    static String told(String name, Object value) {
        return name.matches(UNTOLD) ? "設定あり" : String.valueOf(value);
    }

    private Optional<String> newestDeployment() {
        return jdbc.sql("select id_ from act_re_deployment order by deploy_time_ desc, id_ limit 1")
                .query(String.class)
                .optional();
    }

    private Optional<String> lastTold() {
        return jdbc.sql(
                        """
                        select facts->>'配置' from ledger_entry join ledger_facts on entry_id = id
                        where kind = 'models-deployed' order by id desc limit 1""")
                .query(String.class)
                .optional();
    }

    private void tell(String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(null, clock.instant(), Actor.SYSTEM, null, kind, told, values));
    }
}
