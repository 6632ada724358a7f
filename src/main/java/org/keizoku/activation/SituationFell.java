package org.keizoku.activation;

/**
 * An activation's level is lower than before, or it was stood down: what was done for the graver one has to be looked at again.
 *
 * @param from the regime before, in words for people
 * @param to what it is now, in words for people
 */
public record SituationFell(ActivationNumber activation, String from, String to) {}
