package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * By which channels a person is told, and in which order. The first policy of a plan that fits counts.
 *
 * @param events the event types that it is for; empty for every one, and for notices about the plan itself
 * @param about what the notices are about; empty for everything
 * @param channels the channels in the order in which they are tried; one that is left out is not used
 * @param atOnce whether the first address of each channel goes at once; otherwise the next goes when the one before was not heard of
 * @param nextAfter how long without good news until the person's next address is used, at least ten seconds: carriers report within
 *     seconds on a good day and within minutes on a bad one
 */
public record NoticePolicy(
        List<EventType> events,
        List<About> about,
        @NotEmpty List<Person.Channel> channels,
        boolean atOnce,
        @NotNull Duration nextAfter,
        boolean example,
        List<ClauseId> clause) {

    /** What a notice is about, the most urgent first. */
    public enum About {
        @JsonProperty("decision")
        DECISION,
        @JsonProperty("assembly")
        ASSEMBLY,
        @JsonProperty("escalation")
        ESCALATION,
        @JsonProperty("information")
        INFORMATION,
        @JsonProperty("report")
        REPORT
    }

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    public NoticePolicy {
        events = Listed.of(events);
        about = Listed.of(about);
        clause = Listed.of(clause);
    }

    @AssertTrue(message = "needs at least PT10S until the next address")
    boolean isNextAfterLongEnough() {
        return nextAfter == null || nextAfter.compareTo(SHORTEST) >= 0;
    }

    @AssertTrue(message = "names a channel twice")
    boolean isEachChannelOnce() {
        return channels == null || new HashSet<>(channels).size() == channels.size();
    }

    /**
     * Whether it is for such a notice.
     *
     * @param event null for a notice that belongs to no activation
     */
    public boolean fits(EventType event, About matter) {
        return (events.isEmpty() || event != null && events.contains(event))
                && (about.isEmpty() || about.contains(matter));
    }
}
