package org.keizoku.downgrade;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file of evidence may be. Told from its first bytes, never from its name or from what the browser says. */
enum EvidenceKind {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    /** UTF-8 without control characters other than tabs and ends of lines. */
    TEXT("text/plain;charset=UTF-8", new byte[0]);

    private final String mediaType;
    private final byte[] begins;

    EvidenceKind(String mediaType, byte[] begins) {
        this.mediaType = mediaType;
        this.begins = begins;
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty where it is none of these. */
    static Optional<EvidenceKind> of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> kind == TEXT ? isText(content) : beginsWith(content, kind.begins))
                .findFirst();
    }

    private static boolean beginsWith(byte[] content, byte[] begins) {
        return content.length >= begins.length && Arrays.equals(content, 0, begins.length, begins, 0, begins.length);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(letter -> letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
