package org.keizoku.audit.seal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.platform.secrets.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The key with which this installation seals: kept with the secrets, its public half in the database from its first use on. */
@Component
public class LedgerKey {

    private final SigningKey key;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LedgerKey(
            SealSettings settings,
            Secrets secrets,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.key = SigningKey.of(secrets.key("ledger-" + settings.signingKey()));
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    public String id() {
        return key.id();
    }

    public VerifyingKey verifying() {
        return key.verifying();
    }

    /** Signs an exported list of files, which begins with a hash and so is never taken for a seal; publishes the public half first. */
    public byte[] signList(byte[] list) {
        introduce();
        return sign(list);
    }

    byte[] sign(byte[] bytes) {
        return key.sign(bytes);
    }

    /** Publishes the public half, and puts it on the record, where it is not there yet. */
    void introduce() {
        transaction.executeWithoutResult(status -> {
            int fresh = jdbc.sql(
                            "insert into ledger_key (key_id, public_key, since) values (?, ?, ?) on conflict do nothing")
                    .params(id(), key.verifying().encoded(), Timestamp.from(clock.instant()))
                    .update();
            if (fresh > 0) {
                events.publishEvent(new Fact(
                        null,
                        clock.instant(),
                        Actor.SYSTEM,
                        null,
                        "ledger-key",
                        "記録台帳の署名鍵の使用を開始",
                        Map.of("鍵ID", id())));
            }
        });
    }
}
