package org.keizoku.notice.compose;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a forecast is made of.
 *
 * @param segmentsPerSecond how many message segments a second the provider sends from our number, as the contract with it says; one where
 *     nothing is known, which is what a plain long number is given
 */
@Validated
@ConfigurationProperties("keizoku.compose")
record ComposeSettings(@DefaultValue("1") @Positive int segmentsPerSecond) {}
