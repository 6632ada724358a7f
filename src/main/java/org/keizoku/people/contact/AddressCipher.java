package org.keizoku.people.contact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Encrypts addresses with AES-GCM under the present key and reads them under any, bound to their row: an encrypted address copied to another row cannot be read there. */
@Component
class AddressCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ContactKeys keys;
    private final byte[] present;
    private final SecureRandom random = new SecureRandom();

    AddressCipher(ContactKeys keys) {
        this.keys = keys;
        this.present = keys.present();
    }

    /** Which key encrypts rows now, without giving it away. */
    String keyId() {
        return idOf(present);
    }

    byte[] encrypt(PersonId person, ContactChannel channel, String address) {
        return seal(bound(person, channel), address);
    }

    /** The address; empty where another key encrypted it, or where somebody changed the row. */
    Optional<String> decrypt(PersonId person, ContactChannel channel, byte[] sealed) {
        return open(bound(person, channel), sealed);
    }

    /**
     * Encrypts a text.
     *
     * @param bound the row for which it is: it can be opened for no other
     */
    byte[] seal(String bound, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, present, nonce, bound).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing", impossible);
        }
    }

    /** The text; empty where a key encrypted it that is not there, or where somebody changed the row. */
    Optional<String> open(String bound, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        var buffer = ByteBuffer.wrap(sealed).get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return Stream.concat(Stream.of(present), keys.others())
                .flatMap(key -> open(key, nonce, rest, bound).stream())
                .findFirst();
    }

    private static Optional<String> open(byte[] key, byte[] nonce, byte[] sealed, String bound) {
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed), StandardCharsets.UTF_8));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing", impossible);
        }
    }

    private static String bound(PersonId person, ContactChannel channel) {
        return person + "|" + channel;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
