package org.keizoku.people.absence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node looks after absences.
 *
 * @param watching whether it notices that one begins
 */
@ConfigurationProperties("keizoku.absence")
record AbsenceSettings(@DefaultValue("true") boolean watching) {}
