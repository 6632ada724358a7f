package org.keizoku.audit.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The public half of a key that seals.
 *
 * @param encoded its X.509 form (SubjectPublicKeyInfo)
 */
public record VerifyingKey(byte[] encoded) {

    private static final int ID_BYTES = 16;

    /** The first half of the SHA-256 of its X.509 form. */
    public String id() {
        return Hash.hex(Arrays.copyOf(Hash.of(encoded), ID_BYTES));
    }

    /** Whether this key signed these bytes; what is no key has signed nothing. */
    public boolean signed(byte[] bytes, byte[] signed) {
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    /** As openssl reads it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(Base64.getEncoder().encodeToString(encoded));
    }
}
