package org.keizoku.audit.seal;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.platform.secrets.Secrets;

/** Sealers of a ledger on trial: each with a key of its number, as if it were a node. */
public final class SealersOnTrial {

    private final LedgerOnTrial ledger;

    public SealersOnTrial(LedgerOnTrial ledger) {
        this.ledger = ledger;
    }

    /** The id of the key with this number. */
    public static String keyId(int number) {
        return SigningKey.of(secret(number)).id();
    }

    /** The public half of the key with this number, in its X.509 form. */
    public static byte[] publicKey(int number) {
        return SigningKey.of(secret(number)).verifying().encoded();
    }

    /** What the key with this number signs. */
    static byte[] signed(int number, Head head) {
        return SigningKey.of(secret(number)).sign(head.bytes());
    }

    /** The seal over the entries as this connection sees them now, signed by the key with this number. */
    public static Seal forged(Connection connection, Seal seal, int number) throws SQLException {
        Head head = seal.head();
        List<Leaf> leaves = new ArrayList<>();
        try (var select = connection.prepareStatement(
                "select %s from ledger_entry e where id between ? and ? order by id".formatted(EntryRow.COLUMNS))) {
            select.setLong(1, head.fromId());
            select.setLong(2, head.toId());
            var rows = select.executeQuery();
            while (rows.next()) {
                leaves.add(Leaf.of(EntryRow.read(rows)));
            }
        }
        var forged = new Head(
                head.no(),
                head.fromId(),
                head.toId(),
                leaves.size(),
                MerkleTree.root(leaves),
                head.previous(),
                head.sealedAt(),
                keyId(number));
        return new Seal(forged, signed(number, forged), Leaf.written(leaves));
    }

    /** Seals all that is settled with the key of this number; says how many seals that took. */
    public int seal(int number) {
        return with(number).seal();
    }

    Sealer with(int number) {
        var key = key(number);
        key.introduce();
        return new Sealer(ledger.jdbc(), ledger.transaction(), key, ledger);
    }

    /** The key of this number, as a node holds it. */
    public LedgerKey key(int number) {
        var settings =
                new SealSettings(true, number, Duration.ofMinutes(10), true, null, List.of(), Duration.ofDays(1));
        var secrets = mock(Secrets.class);
        when(secrets.key("ledger-" + number)).thenReturn(secret(number));
        return new LedgerKey(
                settings, secrets, ledger.jdbc(), ledger.transaction(), ledger, event -> ledger.tell(null, "鍵", null));
    }

    private static byte[] secret(int number) {
        byte[] secret = new byte[Hash.BYTES];
        Arrays.fill(secret, (byte) number);
        return secret;
    }
}
