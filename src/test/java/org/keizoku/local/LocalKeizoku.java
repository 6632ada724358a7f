package org.keizoku.local;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.keizoku.Keizoku;
import org.keizoku.plan.Plans;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Keizoku on one's own machine: the application with a real PostgreSQL and local stand-ins for what it talks to. */
public final class LocalKeizoku {

    private static final Path HOME = Path.of(".keizoku");
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    private LocalKeizoku() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(Keizoku.ZONE));
        try {
            run(args);
        } catch (FolderInUse second) {
            Welcome.say(second.getMessage());
            System.exit(1);
        } catch (RuntimeException failed) {
            Welcome.say("起動できませんでした: "
                    + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
            // The stand-ins' threads would keep a failed application alive.
            System.exit(1);
        }
    }

    private static void run(String[] args) {
        var database = EmbeddedDatabase.in(HOME.resolve("postgres")).withDatabase("keizoku");
        String token = LocalSecret.in(HOME.resolve("twilio-token"), LocalSecret::random);
        String password = LocalSecret.in(HOME.resolve("password"), LocalSecret::easyToType);
        var sms = TwilioStandIn.on(8026, ACCOUNT, token);
        sms.usually(Answer.accepted().thenReporting("sent", "delivered"));
        var mail = MailStandIn.on(3025);

        Map<String, Object> local = new HashMap<>();
        local.put("KEIZOKU_DB_URL", database.url("keizoku"));
        local.put("KEIZOKU_DB_PASSWORD", database.password());
        local.put("KEIZOKU_DB_OWNER_PASSWORD", database.password());
        local.put("spring.mail.host", mail.host());
        local.put("spring.mail.port", mail.port());
        local.put("keizoku.mail.from", "keizoku@city.example.jp");
        local.put("keizoku.sms.enabled", true);
        local.put("keizoku.sms.account-sid", ACCOUNT);
        local.put("keizoku.sms.auth-token", token);
        local.put("keizoku.sms.from", "+815000000000");
        local.put("keizoku.sms.base-url", sms.address());
        local.put("keizoku.drill.sms-from", "+815000000009");
        local.put("keizoku.drill.mail-from", "kunren@city.example.jp");
        local.put("keizoku.drill.recipients", "*");
        local.put("keizoku.outside-url", "http://localhost:${keizoku.outside.port:8081}");
        local.put("keizoku.secrets.directory", HOME.resolve("secrets").toString());
        local.put("keizoku.people.initial-password", password);

        var application = new SpringApplication(Keizoku.class);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "logging.file.name", HOME.resolve("keizoku.log").toString(),
                "logging.threshold.console", "WARN"));
        application.addInitializers(context -> {
            var people = LocalPeople.ofPlan(context.getEnvironment().getRequiredProperty("keizoku.plan"));
            local.put("keizoku.people.contacts", people.contactsIn(HOME).toString());
            putBehindTheUsersOwn(context.getEnvironment(), local);
        });
        application.addListeners(
                (ApplicationListener<ApplicationReadyEvent>) ready -> welcome(ready, sms, mail, password));
        // Closed after the application, which writes to them until its end.
        SpringApplication.getShutdownHandlers().add(() -> {
            sms.close();
            mail.close();
            database.close();
        });
        application.run(args);
    }

    /** Before application.yaml, but what the user gives by command line or environment still counts more. */
    private static void putBehindTheUsersOwn(ConfigurableEnvironment environment, Map<String, Object> local) {
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("local", local));
    }

    private static void welcome(ApplicationReadyEvent ready, TwilioStandIn sms, MailStandIn mail, String password) {
        var context = ready.getApplicationContext();
        var people = new LocalPeople(context.getBean(Plans.class).inForce());
        sms.serving("/", new ReceivedPage(sms, mail, people.namesByAddress()));
        String inside = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
        var now = LocalDateTime.now(context.getBean(Clock.class));
        Welcome.say(new Welcome(inside, sms.address().toString(), password, people.lines(), now, seconds).text());
    }
}
