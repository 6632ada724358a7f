package org.keizoku.audit.export;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the report on paper is set.
 *
 * @param font a TrueType font (.ttf) that has Japanese; null for that of the system, where it has one
 */
@Validated
@ConfigurationProperties("keizoku.audit.report")
record ReportSettings(Path font) {

    /** Where Debian and Red Hat put the IPA fonts. Those of Noto will not do: their outlines are not TrueType's. */
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf"),
            Path.of("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"),
            Path.of("/usr/share/fonts/ipa-gothic-fonts/ipag.ttf"),
            Path.of("/usr/share/fonts/ipa-gothic/ipag.ttf"));

    @AssertTrue(message = "keizoku.audit.report.font must be a file that can be read")
    boolean isFontReadable() {
        return font == null || Files.isReadable(font);
    }

    /** Empty where there is none: then no report can be printed. */
    Optional<Path> usableFont() {
        return font == null ? USUAL.stream().filter(Files::isReadable).findFirst() : Optional.of(font);
    }
}
