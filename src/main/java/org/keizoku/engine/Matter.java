package org.keizoku.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A matter with the hands that had it so far: the rule that requester, approver, executor and verifier are different persons, whatever
 * roles, groups and deputyships they have.
 *
 * @param hands the side on which each person acted first, in the order in which they did
 */
public record Matter(Map<String, Side> hands) {

    public Matter {
        hands = Collections.unmodifiableMap(new LinkedHashMap<>(hands));
    }

    /** Why the person may not act on this side; empty where they may. */
    public Optional<String> refusal(String person, Side side) {
        return Optional.ofNullable(hands.get(person))
                .filter(acted -> !acted.covers(side))
                .map(acted -> "この件の%sをした人は、どの役割でも%sはできません。".formatted(acted.label(), side.label()));
    }

    /** The persons who may not act on this side any more. */
    public Set<String> barred(Side side) {
        return hands.keySet().stream()
                .filter(person -> refusal(person, side).isPresent())
                .collect(Collectors.toSet());
    }

    /** The matter once the person has acted; a {@link Refused} says why they may not. */
    public Matter with(String person, Side side) {
        refusal(person, side).ifPresent(why -> {
            throw new Refused(why);
        });
        Map<String, Side> more = new LinkedHashMap<>(hands);
        more.putIfAbsent(person, side);
        return new Matter(more);
    }
}
