package org.keizoku.assembly;

import java.time.Instant;

/**
 * What a person says: their safety, whether they come, or both; what a reply leaves open stays as it was answered before.
 *
 * @param safety null where this reply does not say
 * @param coming null where this reply does not say
 * @param arrivesAt when they expect to arrive; only with {@link Coming#COMING}
 * @param place where they work; only with {@link Coming#WORKING_ELSEWHERE}, null where they do not say
 */
public record Reply(Safety safety, Coming coming, Instant arrivesAt, String place) {

    private static final int LONGEST_PLACE = 60;

    public Reply {
        if (safety == null && coming == null) {
            throw new IllegalArgumentException("a reply says something");
        }
        if ((coming == Coming.COMING) != (arrivesAt != null)) {
            throw new IllegalArgumentException("whoever comes says when, nobody else does");
        }
        place = place == null || place.isBlank() || coming != Coming.WORKING_ELSEWHERE
                ? null
                : shortened(place.strip());
    }

    public static Reply safety(Safety safety) {
        return new Reply(safety, null, null, null);
    }

    public static Reply comingAt(Instant arrivesAt) {
        return new Reply(null, Coming.COMING, arrivesAt, null);
    }

    public static Reply workingElsewhere(String place) {
        return new Reply(null, Coming.WORKING_ELSEWHERE, null, place);
    }

    public static Reply unable() {
        return new Reply(null, Coming.UNABLE, null, null);
    }

    private static String shortened(String place) {
        String oneLine = place.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return oneLine.length() <= LONGEST_PLACE ? oneLine : oneLine.substring(0, LONGEST_PLACE - 1) + "…";
    }
}
