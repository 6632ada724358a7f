package org.keizoku.audit;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param entries at most a page, in the order of the record
 * @param counted how many there are from here on, as far as they were counted
 * @param readTo the id up to which the search came in its direction; null where it came to its end or the page is full
 * @param place of the page
 */
record Found(List<Entry> entries, int counted, Long readTo, Place place) {

    /** How many there are, in words; empty on a page that is not the first. */
    String told() {
        if (!place.isBeginning()) {
            return "";
        }
        if (readTo != null) {
            return "%d件(記録 %d まで)".formatted(counted, readTo);
        }
        return counted > SoughtEntries.COUNTED ? "%,d件以上".formatted(SoughtEntries.COUNTED) : counted + "件";
    }

    /** The entry after which the next page begins; null after the last page. */
    Long next() {
        if (place.isBackwards()) {
            return place.before() - 1;
        }
        return isMore() ? last() : readTo;
    }

    /** The entry before which the page before ends; null before the first page. */
    Long previous() {
        if (!place.isBackwards()) {
            return place.isBeginning() ? null : Long.valueOf(place.from());
        }
        return isMore() ? Long.valueOf(entries.get(0).id()) : readTo;
    }

    private boolean isMore() {
        return counted > SoughtEntries.PAGE;
    }

    private Long last() {
        return entries.get(entries.size() - 1).id();
    }
}
