package org.keizoku.notice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.secrets.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that one person may open without signing in. The token is the row's number and a signature over what the row says, so a copy of
 * the database opens no link, and a row written anew after a restore does not answer to an old one.
 */
@Component
public class SignedLinks {

    private static final int ID_BYTES = 6;
    private static final int SIGNATURE_BYTES = 12;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutsideSettings outside;
    private final SecretKeySpec key;

    SignedLinks(JdbcClient jdbc, Clock clock, OutsideSettings outside, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outside = outside;
        this.key = new SecretKeySpec(secrets.key("links"), "HmacSHA256");
    }

    public LinkId issue(ActivationNumber activation, PersonId person, String purpose, Instant expires) {
        return jdbc.sql(
                        """
                        insert into answer_link (activation_number, person_id, purpose, issued_at, expires_at)
                        values (:activation, :person, :purpose, :now, :expires) returning id
                        """)
                .param("activation", activation.value())
                .param("person", person.value())
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(expires))
                .query((row, n) -> new LinkId(row.getLong(1)))
                .single();
    }

    /** The address that the link's person opens. */
    public String url(LinkId id) {
        SignedLink link = find(id.value())
                .orElseThrow(() -> new IllegalArgumentException("no link " + id.value() + " was ever issued"));
        return outside.address("/a/" + token(link));
    }

    /** What the token stands for; empty for unknown, forged and expired alike. */
    public Optional<SignedLink> resolve(String token) {
        return bytes(token)
                .flatMap(bytes -> find(number(bytes)).filter(link -> MessageDigest.isEqual(bytes, tokenBytes(link))))
                .filter(link -> clock.instant().isBefore(link.expires()));
    }

    private static Optional<byte[]> bytes(String token) {
        if (token.length() != (ID_BYTES + SIGNATURE_BYTES) * 4 / 3 || !token.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        return Optional.of(Base64.getUrlDecoder().decode(token));
    }

    private static long number(byte[] bytes) {
        var id = ByteBuffer.allocate(Long.BYTES);
        id.position(Long.BYTES - ID_BYTES);
        return id.put(bytes, 0, ID_BYTES).getLong(0);
    }

    private String token(SignedLink link) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tokenBytes(link));
    }

    private byte[] tokenBytes(SignedLink link) {
        byte[] id = ByteBuffer.allocate(Long.BYTES).putLong(link.id().value()).array();
        return ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                .put(id, Long.BYTES - ID_BYTES, ID_BYTES)
                .put(signature(link), 0, SIGNATURE_BYTES)
                .array();
    }

    private byte[] signature(SignedLink link) {
        String said = String.join(
                "|",
                String.valueOf(link.id().value()),
                link.activation().value(),
                link.person().value(),
                link.purpose(),
                String.valueOf(link.expires().toEpochMilli()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is missing", impossible);
        }
    }

    private Optional<SignedLink> find(long id) {
        return jdbc.sql("select id, activation_number, person_id, purpose, expires_at from answer_link where id = :id")
                .param("id", id)
                .query(SignedLinks::link)
                .optional();
    }

    private static SignedLink link(ResultSet row, int n) throws SQLException {
        return new SignedLink(
                new LinkId(row.getLong("id")),
                new ActivationNumber(row.getString("activation_number")),
                new PersonId(row.getString("person_id")),
                row.getString("purpose"),
                row.getTimestamp("expires_at").toInstant());
    }
}
