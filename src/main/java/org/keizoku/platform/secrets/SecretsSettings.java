package org.keizoku.platform.secrets;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The folder in which this installation keeps its keys; nodes of one installation share it. */
@Validated
@ConfigurationProperties("keizoku.secrets")
record SecretsSettings(Path directory) {

    @AssertTrue(
            message =
                    "keizoku.secrets.directory is needed: a folder outside of the database that only this application can read")
    boolean isComplete() {
        return directory != null && !directory.toString().isBlank();
    }
}
