package org.keizoku.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.twilio.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.keizoku.TestDatabase;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.database.V2__engine_tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The real outbox in a database of its own with the real channels, without the application around it. Everybody whose name is p and a
 * number has a mobile number and a mail address with that number.
 */
public final class NoticesOnTrial {

    public static final String ACCOUNT = "ACtest";
    public static final String TOKEN = "token-of-the-tests";

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(as(EmbeddedDatabase.APPLICATION));
    private final Contacts contacts = mock(Contacts.class, withSettings().stubOnly());
    private final JavaMailSenderImpl mailServer = new JavaMailSenderImpl();
    private final URI provider;

    /**
     * @param provider the SMS provider, which knows our account
     * @param mailPort the mail server on this machine
     */
    public NoticesOnTrial(URI provider, int mailPort) {
        this.provider = provider;
        mailServer.setHost("localhost");
        mailServer.setPort(mailPort);
        mailServer.getJavaMailProperties().put("mail.smtp.timeout", "10000");
        when(contacts.of(any())).thenAnswer(asked -> waysOf(asked.getArgument(0)));
        Flyway.configure()
                .dataSource(as(EmbeddedDatabase.OWNER))
                .javaMigrations(new V2__engine_tables())
                .placeholders(Map.of("appRole", EmbeddedDatabase.APPLICATION))
                .load()
                .migrate();
    }

    public static PersonId person(int number) {
        return new PersonId("p" + number);
    }

    public static String mobile(int number) {
        return "+8190%08d".formatted(number);
    }

    public static String address(int number) {
        return "p%d@city.example".formatted(number);
    }

    /** Starts a node; what an earlier one left open is nobody's. */
    public NodeOnTrial node(Duration bundleWithin) {
        return new NodeOnTrial(
                new NoticeSettings(true, true, Duration.ofMinutes(10), 0, 0, bundleWithin),
                new Wire(as(EmbeddedDatabase.APPLICATION)),
                contacts,
                List.of(new MortalChannel(twilio()), new MortalChannel(mail())));
    }

    /** The way to the provider for its library. */
    public HttpClient http() {
        return new SingleAttemptHttp(Optional.of(provider.toString()), Optional.empty());
    }

    private TwilioChannel<RealMessage> twilio() {
        return new TwilioChannel<>(
                new Side.Real(),
                new SmsSettings(true, ACCOUNT, TOKEN, "+815000000000", provider.toString()),
                "+815000000000",
                (SingleAttemptHttp) http(),
                URI.create("https://bcp.example/callbacks/twilio/status"));
    }

    private MailChannel<RealMessage> mail() {
        return new MailChannel<>(
                new Side.Real(),
                mailServer,
                new MailSettings("bcp@city.example"),
                new MailLines(mailServer, System::nanoTime));
    }

    /** Spring's sender as it comes. */
    public JavaMailSenderImpl mailServer() {
        return mailServer;
    }

    /** As the application's role. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** How many notices are not with a provider yet. */
    public long open() {
        return jdbc.sql("select count(*) from notice where state <> 'ACCEPTED'")
                .query(Long.class)
                .single();
    }

    private static List<Contact> waysOf(PersonId person) {
        int number = Integer.parseInt(person.value().substring(1));
        return List.of(
                new Contact(ContactChannel.SMS, mobile(number), 0),
                new Contact(ContactChannel.MAIL, address(number), 0));
    }

    private DriverManagerDataSource as(String role) {
        return new DriverManagerDataSource(database.url(), role, database.password());
    }
}
