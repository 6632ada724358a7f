package org.keizoku.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keizoku.local.EmbeddedDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * What a node on trial finds around it.
 *
 * @param database the JDBC address of a database with our tables
 * @param password of the application's role
 * @param provider the SMS provider, which knows our account
 * @param mailPort the mail server on this machine
 * @param bundleWithin how long further notices to an address wait for each other
 */
record Surroundings(String database, String password, URI provider, int mailPort, Duration bundleWithin) {

    /** As the arguments of a process of its own. */
    List<String> told() {
        return List.of(database, password, provider.toString(), String.valueOf(mailPort), bundleWithin.toString());
    }

    static Surroundings from(List<String> told) {
        return new Surroundings(
                told.get(0),
                told.get(1),
                URI.create(told.get(2)),
                Integer.parseInt(told.get(3)),
                Duration.parse(told.get(4)));
    }

    DriverManagerDataSource connections() {
        return new DriverManagerDataSource(database, EmbeddedDatabase.APPLICATION, password);
    }

    /** What a node finds at its start is nobody's. */
    NoticeSettings settings() {
        return new NoticeSettings(true, true, Duration.ofMinutes(10), 0, 0, bundleWithin);
    }

    /** The real channels. */
    Channels channels() {
        var real = new Side.Real();
        var sms = new TwilioChannel<>(
                real,
                new SmsSettings(
                        true,
                        NoticesOnTrial.ACCOUNT,
                        NoticesOnTrial.TOKEN,
                        NoticesOnTrial.SMS_FROM,
                        provider.toString()),
                NoticesOnTrial.SMS_FROM,
                http(),
                URI.create("https://bcp.example/callbacks/twilio/status"));
        JavaMailSenderImpl server = mailServer();
        var mail = new MailChannel<>(
                real, server, new MailSettings("bcp@city.example"), new MailLines(server, System::nanoTime));
        return new Channels(List.of(sms, mail));
    }

    /** The way to the provider for its library. */
    SingleAttemptHttp http() {
        return new SingleAttemptHttp(Optional.of(provider.toString()), Optional.empty());
    }

    /** Spring's sender as it comes. */
    JavaMailSenderImpl mailServer() {
        var server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(mailPort);
        server.getJavaMailProperties().put("mail.smtp.timeout", "10000");
        return server;
    }
}
