package org.keizoku.people.contact;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The CSV file with everybody's contacts, read when a plan is taken into use; null where they are kept as they are. */
@ConfigurationProperties("keizoku.people")
record ContactSettings(Path contacts) {

    boolean hasFile() {
        return contacts != null && !contacts.toString().isBlank();
    }
}
