package org.keizoku.audit.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;

/** A key that seals: Ed25519, from the 32 secret bytes that the standard (RFC 8032) calls the private key. */
final class SigningKey {

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    static SigningKey of(byte[] secret) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    VerifyingKey verifying() {
        return new VerifyingKey(pair.getPublic().getEncoded());
    }

    String id() {
        return verifying().id();
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the ledger's key cannot sign", broken);
        }
    }

    /** Java computes a public key only while it makes a pair, from the bytes that it is given as random. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] secret;

        Given(byte[] secret) {
            this.secret = secret.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != secret.length) {
                throw new IllegalStateException("asked for %d bytes of a key".formatted(bytes.length));
            }
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }
}
