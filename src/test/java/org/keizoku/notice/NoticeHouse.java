package org.keizoku.notice;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keizoku.Keizoku;
import org.keizoku.TestDatabase;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Fact;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.platform.web.OutsidePort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with a real database, a mail server and an SMS provider that fails as told; the dispatcher ticks by hand. */
@SpringBootTest(
        classes = {Keizoku.class, NoticeHouse.Fittings.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class NoticeHouse {

    protected static final Instant NIGHT = Instant.parse("2026-06-01T17:14:00Z");

    /** Has a mobile number and a mail address. */
    protected static final PersonId BOTH = new PersonId("joho1");

    protected static final PersonId SMS_ONLY = new PersonId("joho2");
    protected static final PersonId MAIL_ONLY = new PersonId("joho3");
    protected static final PersonId NO_CONTACT = new PersonId("joho4");

    static final String DRILL_SMS_FROM = "+815000000009";
    static final String DRILL_MAIL_FROM = "kunren@city.example";

    static final ProviderStandIn SMS = new ProviderStandIn();
    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "localhost", "smtp"));

    private static final AtomicInteger ACTIVATIONS = new AtomicInteger();
    private static final TestDatabase.Fresh DATABASE = TestDatabase.migrated();

    static {
        MAIL.start();
    }

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Fittings fittings;

    @Autowired
    private Plans plans;

    /** Where phones reach the answer pages. */
    @Autowired
    protected OutsidePort outside;

    @Autowired
    Leases leases;

    @Autowired
    NoticeSettings settings;

    @Autowired
    NodeId node;

    @Autowired
    private HandingOver handingOver;

    @Autowired
    private FollowUp followUp;

    /** One for each test: what a provider asked of the one before does not concern it. */
    Dispatcher dispatcher;

    @Autowired
    Channels channels;

    @Autowired
    protected Clock clock;

    protected ActivationNumber activation;

    /** A drill of the same night. */
    protected ActivationNumber drill;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", () -> EmbeddedDatabase.APPLICATION);
        registry.add("spring.datasource.password", DATABASE::password);
        registry.add("spring.flyway.user", () -> EmbeddedDatabase.OWNER);
        registry.add("spring.flyway.password", DATABASE::password);
        registry.add(
                "keizoku.secrets.directory", () -> folder().resolve("secrets").toString());
        registry.add("keizoku.people.contacts", NoticeHouse::contacts);
        registry.add("keizoku.outside.port", () -> "0");
        registry.add("keizoku.outside-url", () -> "https://bcp.example/");
        registry.add("keizoku.audit.clock-watch", () -> "false");
        registry.add("keizoku.notice.dispatching", () -> "false");
        registry.add("keizoku.notice.watching", () -> "false");
        // What shares a message is told in BundlingTest; everywhere else each notice is one.
        registry.add("keizoku.notice.bundle-within", () -> "PT0S");
        registry.add("keizoku.sms.enabled", () -> "true");
        registry.add("keizoku.sms.account-sid", () -> "AC-test");
        registry.add("keizoku.sms.auth-token", () -> "token-of-the-test");
        registry.add("keizoku.sms.from", () -> "+815000000000");
        registry.add("keizoku.sms.base-url", SMS::url);
        registry.add("spring.mail.host", () -> "localhost");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("keizoku.mail.from", () -> "bcp@city.example");
        registry.add("keizoku.contact-check.daily", () -> "false");
        registry.add("keizoku.drill.sms-from", () -> DRILL_SMS_FROM);
        registry.add("keizoku.drill.mail-from", () -> DRILL_MAIL_FROM);
        registry.add("keizoku.drill.recipients", () -> BOTH + ",third@city.example");
        registry.add("camunda.bpm.job-execution.enabled", () -> "false");
    }

    @BeforeEach
    void beginTheNight() throws Exception {
        at(NIGHT);
        dispatcher = dispatcher(settings, leases);
        int n = ACTIVATIONS.incrementAndGet();
        activation = open("2026-%03d".formatted(n), n);
        drill = open("D2026-%03d".formatted(n), n);
        SMS.reset();
        MAIL.purgeEmailFromAllMailboxes();
        fittings.facts.clear();
        fittings.ways.clear();
    }

    /** An activation of its own for each test; the procedures stay out of it. */
    private ActivationNumber open(String name, int n) {
        var number = new ActivationNumber(name);
        jdbc.sql(
                        """
                        insert into activation
                          (number, event_type, facts, occurred_at, opened_at, opened_by, state, plan_id, plan_version)
                        values (:number, 'earthquake', '{}', :at, :at, 'system', 'OPEN', 'sample-city', :version)
                        """)
                .param("number", number.value())
                .param("at", Timestamp.from(NIGHT.minusSeconds(n)))
                .param("version", plans.inForceVersion())
                .update();
        return number;
    }

    @AfterEach
    void endTheNight() {
        dispatcher.stop();
        jdbc.sql("update notice set state = 'SKIPPED' where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN')")
                .update();
        ClockUtil.reset();
    }

    protected static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    protected static void passes(Duration time) {
        at(ClockUtil.getCurrentTime().toInstant().plus(time));
    }

    /** Another dispatcher of this node, which does not run by itself. */
    Dispatcher dispatcher(NoticeSettings settings, Leases leases) {
        return new Dispatcher(
                settings, leases, channels, handingOver, followUp, new Heartbeat(jdbc, clock, node), clock);
    }

    /** Ticks until nothing that is due is left, and everything in hand is written down. */
    protected void dispatch() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !dispatcher.tick());
    }

    /** The words of every SMS that the provider took. */
    protected static List<String> sentTexts() {
        return SMS.taken.stream().map(sms -> sms.get("Body")).toList();
    }

    Channel<?> sms() {
        return channel(TwilioChannel.class);
    }

    /** The channel in earnest. */
    Channel<?> channel(Class<?> type) {
        return channels.all().stream()
                .filter(type::isInstance)
                .filter(channel -> !channel.side().isDrill())
                .findFirst()
                .orElseThrow();
    }

    private static Path folder() {
        return Folder.IT;
    }

    private static String contacts() {
        try {
            return Files.writeString(
                            folder().resolve("contacts.csv"),
                            """
                            person,channel,address
                            %s,SMS,+819000000001
                            %s,MAIL,first@city.example
                            %s,SMS,+819000000002
                            %s,MAIL,third@city.example
                            """
                                    .formatted(BOTH, BOTH, SMS_ONLY, MAIL_ONLY))
                    .toString();
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static final class Folder {
        static final Path IT = make();

        private static Path make() {
            try {
                return Files.createTempDirectory("keizoku-notice");
            } catch (IOException unwritable) {
                throw new IllegalStateException(unwritable);
            }
        }
    }

    /** Remembers the facts: what somebody must know, and apart from it how each notice goes its way. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Fittings {

        private static final Set<String> ON_THE_WAY =
                Set.of("notice-planned", "notice-handed-over", "notice-postponed", "notice-reported");

        public final List<Fact> facts = new ArrayList<>();
        public final List<Fact> ways = new ArrayList<>();

        @EventListener
        public void on(Fact fact) {
            (ON_THE_WAY.contains(fact.kind()) ? ways : facts).add(fact);
        }
    }
}
