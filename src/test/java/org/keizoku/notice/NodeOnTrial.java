package org.keizoku.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.notice.NoticePolicies.Course;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the outbox: it runs from its making until it is stopped or killed. */
public final class NodeOnTrial implements AutoCloseable {

    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    private final HikariDataSource connections;
    private final Wire wire;
    private final List<MortalChannel> channels;
    private final Dispatcher dispatcher;
    private final TransactionTemplate transaction;

    NodeOnTrial(NoticeSettings settings, Wire wire, Contacts contacts, List<MortalChannel> channels) {
        this.wire = wire;
        this.channels = channels;
        this.connections = pool(wire);
        var transactions = new JdbcTransactionManager(connections);
        this.transaction = new TransactionTemplate(transactions);
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        parts.registerBean(PlatformTransactionManager.class, () -> transactions);
        parts.registerBean(Clock.class, Clock::systemUTC);
        parts.registerBean(NoticeSettings.class, () -> settings);
        parts.registerBean(Contacts.class, () -> contacts);
        parts.registerBean(NoticePolicies.class, () -> allAtOnce(settings));
        parts.registerBean(Channels.class, () -> new Channels(List.<Channel<?>>copyOf(channels)));
        parts.registerBean(
                SignedLinks.class, () -> mock(SignedLinks.class, withSettings().stubOnly()));
        parts.register(
                Parts.class,
                NodeId.class,
                Notices.class,
                Bundles.class,
                Leases.class,
                Deliveries.class,
                Outbox.class,
                Wording.class,
                HandingOver.class,
                NextWay.class,
                UnreachedPeople.class,
                FollowUp.class,
                Heartbeat.class,
                Dispatcher.class);
        parts.refresh();
        this.dispatcher = parts.getBean(Dispatcher.class);
    }

    /** Orders the same for each of these persons, in one transaction; returns when it is committed. */
    public void plan(List<PersonId> persons, ActivationNumber activation, String step, Urgency urgency, String text) {
        Notices notices = parts.getBean(Notices.class);
        transaction.executeWithoutResult(together -> persons.forEach(person -> notices.plan(new NoticeOrder(
                activation, step, 0, person, urgency, "件名", text.formatted(person.value()), Optional.empty()))));
    }

    /** As the power goes: nothing that it still does reaches the database or a provider. */
    public void kill() {
        wire.cut();
        connections.close();
        channels.forEach(MortalChannel::dies);
        try {
            dispatcher.stop();
        } catch (RuntimeException itHasNoDatabase) {
            // A killed process takes nothing back.
        }
    }

    @Override
    public void close() {
        parts.close();
        connections.close();
    }

    private static NoticePolicies allAtOnce(NoticeSettings settings) {
        NoticePolicies policies = mock(withSettings().stubOnly());
        when(policies.of(any(), any()))
                .thenReturn(new Course(List.of(ContactChannel.values()), true, settings.smsReportWithin()));
        return policies;
    }

    private static HikariDataSource pool(Wire wire) {
        var settings = new HikariConfig();
        settings.setDataSource(wire);
        settings.setMaximumPoolSize(20);
        settings.setMinimumIdle(0);
        // A killed node shall not look for its database for long; a slow machine must not pass for a cut wire.
        settings.setConnectionTimeout(3000);
        return new HikariDataSource(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Parts {}
}
