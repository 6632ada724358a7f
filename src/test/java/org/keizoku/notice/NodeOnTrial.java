package org.keizoku.notice;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.LedgerInNode;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.people.contact.InventedContacts;
import org.keizoku.plan.PersonId;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the outbox: it runs from its making until it is closed, or its process ends. */
public final class NodeOnTrial implements AutoCloseable {

    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    private final HikariDataSource connections;
    private final TransactionTemplate transaction;

    /** @param database whose connections the node keeps open and uses again */
    NodeOnTrial(Surroundings surroundings, DataSource database) {
        this.connections = pool(database);
        var transactions = new JdbcTransactionManager(connections);
        this.transaction = new TransactionTemplate(transactions);
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        parts.registerBean(PlatformTransactionManager.class, () -> transactions);
        parts.registerBean(Clock.class, Clock::systemUTC);
        parts.registerBean(NoticeSettings.class, surroundings::settings);
        parts.registerBean(Contacts.class, InventedContacts::new);
        parts.registerBean(NoticePolicies.class, () -> new AllAtOnce(surroundings.settings()));
        parts.registerBean(Channels.class, surroundings::channels);
        // No notice here has a link.
        parts.registerBean(Wording.class, () -> new Wording(null));
        LedgerInNode.register(parts);
        parts.register(
                Parts.class,
                NoticeRecord.class,
                NodeId.class,
                Notices.class,
                Bundles.class,
                Leases.class,
                Deliveries.class,
                Outbox.class,
                HandingOver.class,
                NextWay.class,
                UnreachedPeople.class,
                FollowUp.class,
                Heartbeat.class,
                Dispatcher.class);
        parts.refresh();
    }

    /** Orders the same for each of these persons, in one transaction; returns when it is committed. */
    public void plan(List<PersonId> persons, ActivationNumber activation, String step, Urgency urgency, String text) {
        Notices notices = parts.getBean(Notices.class);
        transaction.executeWithoutResult(together -> persons.forEach(person -> notices.plan(new NoticeOrder(
                activation, step, 0, person, urgency, "件名", text.formatted(person.value()), Optional.empty()))));
    }

    @Override
    public void close() {
        parts.close();
        connections.close();
    }

    private static HikariDataSource pool(DataSource database) {
        var settings = new HikariConfig();
        settings.setDataSource(database);
        settings.setMaximumPoolSize(20);
        settings.setMinimumIdle(0);
        return new HikariDataSource(settings);
    }

    /** There is no plan here that could say otherwise. */
    private static final class AllAtOnce extends NoticePolicies {

        private final NoticeSettings settings;

        AllAtOnce(NoticeSettings settings) {
            super(null, null, settings);
            this.settings = settings;
        }

        @Override
        Course of(ActivationNumber number, Urgency urgency) {
            return new Course(List.of(ContactChannel.values()), true, settings.smsReportWithin());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Parts {}
}
