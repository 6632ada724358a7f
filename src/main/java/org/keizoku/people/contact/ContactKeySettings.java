package org.keizoku.people.contact;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which key encrypts contacts.
 *
 * @param contactKey counted from 1; the next number makes the next key at the next start, and every contact is encrypted anew with it
 */
@Validated
@ConfigurationProperties("keizoku.people")
record ContactKeySettings(@DefaultValue("1") @Positive int contactKey) {}
