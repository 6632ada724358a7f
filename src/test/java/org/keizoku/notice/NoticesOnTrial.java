package org.keizoku.notice;

import com.twilio.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import org.keizoku.TestDatabase;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** The real outbox in a database of its own with the real channels, without the application around it; the contacts are invented. */
public final class NoticesOnTrial {

    public static final String ACCOUNT = "ACtest";
    public static final String TOKEN = "token-of-the-tests";
    public static final String SMS_FROM = "+815000000000";

    private final Surroundings surroundings;
    private final JdbcClient jdbc;

    /**
     * @param provider the SMS provider, which knows our account
     * @param mailPort the mail server on this machine
     * @param bundleWithin how long further notices to an address wait for each other
     */
    public NoticesOnTrial(URI provider, int mailPort, Duration bundleWithin) {
        TestDatabase.Fresh database = TestDatabase.migrated();
        surroundings = new Surroundings(database.url(), database.password(), provider, mailPort, bundleWithin);
        jdbc = JdbcClient.create(surroundings.connections());
    }

    public static PersonId person(int number) {
        return new PersonId("p" + number);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Starts a node. */
    public NodeOnTrial node() {
        return new NodeOnTrial(surroundings, surroundings.connections());
    }

    public HttpClient http() {
        return surroundings.http();
    }

    public JavaMailSender mailServer() {
        return surroundings.mailServer();
    }

    /** As the application's role. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** How many notices are not with a provider yet; one of which it reports nothing for ten minutes was there, and is expired. */
    public long open() {
        return jdbc.sql("select count(*) from notice where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN')")
                .query(Long.class)
                .single();
    }
}
