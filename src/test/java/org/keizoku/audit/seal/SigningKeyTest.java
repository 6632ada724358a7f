package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    /** RFC 8032, section 7.1, tests 1 and 2. */
    @Test
    void the_standards_secret_gives_the_standards_public_key_and_signature() {
        var key = SigningKey.of(hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        byte[] encoded = key.verifying().encoded();
        assertThat(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                .isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        assertThat(key.sign(hex("72")))
                .isEqualTo(hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    @Test
    void only_what_it_signed_is_signed() {
        var key = SigningKey.of(new byte[32]);
        byte[] signature = key.sign(hex("01"));

        assertThat(key.verifying().signed(hex("01"), signature)).isTrue();
        assertThat(key.verifying().signed(hex("02"), signature)).isFalse();
        assertThat(key.verifying().signed(hex("01"), new byte[64])).isFalse();
        assertThat(new VerifyingKey(hex("00")).signed(hex("01"), signature)).isFalse();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
