package org.keizoku.audit.search;

import java.time.Instant;
import java.util.List;

/**
 * What a block must be able to have.
 *
 * @param words of each of these lists at least one word, in any of the texts of an entry
 * @param begin from this moment on; null for any
 * @param end the first moment that is too late; null for none
 */
public record Wanted(List<List<String>> words, Instant begin, Instant end) {}
