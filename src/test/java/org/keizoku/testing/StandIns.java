package org.keizoku.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.keizoku.local.LocalPeople;
import org.keizoku.local.MailStandIn;
import org.keizoku.local.TwilioStandIn;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The outside world of the tests: a mail server and Twilio, each a real server on this machine under the test's clock. */
public final class StandIns implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Who SMS of a drill come from. */
    public static final String DRILL_SMS_FROM = "+815000000009";

    public static final TwilioStandIn TWILIO = TwilioStandIn.on(0, "ACtest", "token-of-the-tests", new EngineTime());
    public static final MailStandIn MAIL = MailStandIn.on(0);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "keizoku.sms.enabled=true",
                            "keizoku.sms.account-sid=ACtest",
                            "keizoku.sms.auth-token=token-of-the-tests",
                            "keizoku.sms.from=+815000000000",
                            "keizoku.sms.base-url=" + TWILIO.address(),
                            "spring.mail.host=" + MAIL.host(),
                            "spring.mail.port=" + MAIL.port(),
                            "keizoku.mail.from=bcp@city.example.jp",
                            "keizoku.drill.sms-from=" + DRILL_SMS_FROM,
                            "keizoku.drill.mail-from=kunren@city.example.jp",
                            "keizoku.drill.recipients=*",
                            "keizoku.outside-url=http://outside.example",
                            "keizoku.people.contacts=" + contacts(context.getEnvironment()),
                            "keizoku.secrets.directory=" + Files.createTempDirectory("keizoku-secrets-"))
                    .applyTo(context);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** Numbers and addresses for the people of the plan that the test runs. */
    private static Path contacts(Environment environment) throws IOException {
        return LocalPeople.ofPlan(environment.getProperty("keizoku.plan", "sample-city"))
                .contactsIn(Files.createTempDirectory("keizoku-contacts-"));
    }

    /** The engine's moved clock, as the stand-ins see it. */
    private static final class EngineTime extends Clock {

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
