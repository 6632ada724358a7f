package org.keizoku.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.keizoku.engine.Refused;
import org.springframework.web.multipart.MultipartFile;

/** A plan file as a person uploads it. */
final class UploadedPlan {

    /** Far beyond a plan of 2,000 people and 500 systems; the server takes a little more, so that this can be said in words. */
    private static final long MOST_BYTES = 4_000_000;

    private UploadedPlan() {}

    /** Its text; a Refused says what is wrong with the file. */
    static String text(MultipartFile file) {
        if (file.isEmpty()) {
            throw new Refused("計画のファイル(YAML)を選んでください。");
        }
        if (file.getSize() > MOST_BYTES) {
            throw new Refused("ファイルが大きすぎます(4MBまで)。");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Refused("UTF-8のテキストとして読めません。文字コードをUTF-8にして保存し直してください。");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
