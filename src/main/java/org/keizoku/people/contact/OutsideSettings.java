package org.keizoku.people.contact;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The CSV file with the contact points of vendors and organisations, read when a plan is taken into use; null where they are kept as they are. */
@ConfigurationProperties("keizoku.people")
record OutsideSettings(Path outsideContacts) {

    boolean hasFile() {
        return outsideContacts != null && !outsideContacts.toString().isBlank();
    }
}
