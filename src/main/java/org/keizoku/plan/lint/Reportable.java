package org.keizoku.plan.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;

/** What can be reported of an event, as the decision tables ask for it: nothing, each fact alone, and the gravest of all. */
final class Reportable {

    private static final List<String> INTENSITIES =
            List.of("0", "1", "2", "3", "4", "5-lower", "5-upper", "6-lower", "6-upper", "7");
    private static final List<String> TYPHOONS = List.of("medium", "large", "very-large");

    private Reportable() {}

    /** Each of them in and out of working hours; the last two are the gravest. */
    static List<Map<String, Object>> facts(EventType event) {
        Stream<Map<String, Object>> own =
                switch (event) {
                    case EARTHQUAKE -> alone("intensity", INTENSITIES);
                    case WIND_FLOOD -> alone("typhoon", TYPHOONS);
                    default -> Stream.of();
                };
        Map<String, Object> gravest = new HashMap<>(Map.of("headquartersSetUp", true, "graveDamage", true));
        gravest.putAll(
                switch (event) {
                    case EARTHQUAKE -> Map.of("intensity", "7");
                    case WIND_FLOOD -> Map.of("typhoon", "very-large");
                    default -> Map.<String, Object>of();
                });
        return Stream.of(
                        Stream.of(Map.<String, Object>of()),
                        own,
                        Stream.<Map<String, Object>>of(Map.of("headquartersSetUp", true), Map.of("graveDamage", true)),
                        Stream.of(gravest))
                .flatMap(reported -> reported)
                .flatMap(reported -> Stream.of(all(event, reported, true), all(event, reported, false)))
                .toList();
    }

    private static Stream<Map<String, Object>> alone(String fact, List<String> values) {
        return values.stream().map(value -> Map.of(fact, value));
    }

    /** A table reads all of its inputs: what nobody has reported is there, and null. */
    private static Map<String, Object> all(EventType event, Map<String, Object> reported, boolean workingHours) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("eventType", event.code());
        facts.put("intensity", reported.get("intensity"));
        facts.put("typhoon", reported.get("typhoon"));
        facts.put("headquartersSetUp", reported.getOrDefault("headquartersSetUp", false));
        facts.put("graveDamage", reported.getOrDefault("graveDamage", false));
        facts.put("workingHours", workingHours);
        return facts;
    }
}
