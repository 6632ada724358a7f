package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** No order of acts, whoever holds which roles and deputyships, puts one person on two sides of a matter. */
class MatterTest {

    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    /** Somebody tries to act, in whichever capacity. */
    record Attempt(String person, Side side) {}

    /** All 390,625 orders in which five persons can try four times to act on the four sides, or to break the glass. */
    @Test
    void in_every_order_of_four_attempts_each_person_stays_on_one_side() {
        follow(new Matter(Map.of()), new ArrayList<>(), 4);
    }

    private static void follow(Matter matter, List<Attempt> accepted, int left) {
        assertApart(accepted);
        if (left == 0) {
            return;
        }
        for (String person : FIVE) {
            for (Side side : Side.values()) {
                var attempt = new Attempt(person, side);
                boolean mayAct = matter.refusal(person, side).isEmpty();
                assertThat(mayAct)
                        .isEqualTo(accepted.stream()
                                .filter(one -> one.person().equals(person))
                                .limit(1)
                                .noneMatch(first -> apart(first.side(), side)));
                assertThat(matter.barred(side).contains(person)).isEqualTo(!mayAct);
                if (mayAct) {
                    accepted.add(attempt);
                    follow(matter.with(person, side), accepted, left - 1);
                    accepted.remove(accepted.size() - 1);
                } else {
                    follow(matter, accepted, left - 1);
                }
            }
        }
    }

    /** Longer matters: any plan of up to five persons, any order of attempts of those whom a role or deputyship lets in. */
    @Property(tries = 3000)
    void under_every_plan_each_person_stays_on_one_side(
            @ForAll("plans") Map<Side, Set<String>> mayTry, @ForAll("attempts") List<Attempt> attempts) {
        var matter = new Matter(Map.of());
        List<Attempt> accepted = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (mayTry.get(attempt.side()).contains(attempt.person())) {
                try {
                    matter = matter.with(attempt.person(), attempt.side());
                    accepted.add(attempt);
                } catch (Refused refused) {
                    assertThat(refused).hasMessageContaining(attempt.side().label());
                }
            }
        }
        assertApart(accepted);
        assertThat(matter.hands().keySet())
                .isEqualTo(new HashSet<>(accepted.stream().map(Attempt::person).toList()));
    }

    /** Whether the later act is another's: all but the same again, and the request and the deed of who broke the glass. */
    private static boolean apart(Side earlier, Side later) {
        return switch (earlier) {
            case BREAK_GLASS -> later == Side.APPROVER || later == Side.VERIFIER;
            case REQUESTER, APPROVER, EXECUTOR, VERIFIER -> later != earlier;
        };
    }

    private static void assertApart(List<Attempt> accepted) {
        Map<String, Side> first = new HashMap<>();
        accepted.forEach(one -> {
            Side earlier = first.putIfAbsent(one.person(), one.side());
            assertThat(earlier != null && apart(earlier, one.side()))
                    .as("%s", accepted)
                    .isFalse();
        });
    }

    /** For each side the holders of its role and the deputies. */
    @Provide
    Arbitrary<Map<Side, Set<String>>> plans() {
        Arbitrary<Set<String>> role = Arbitraries.of(FIVE).set().ofMinSize(1).ofMaxSize(FIVE.size());
        return Combinators.combine(role, role, role, role).as((asks, approves, does, checks) -> {
            Map<Side, Set<String>> plan = new EnumMap<>(Side.class);
            plan.put(Side.REQUESTER, asks);
            plan.put(Side.APPROVER, approves);
            plan.put(Side.EXECUTOR, does);
            plan.put(Side.VERIFIER, checks);
            plan.put(Side.BREAK_GLASS, asks);
            return plan;
        });
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(Arbitraries.of(FIVE), Arbitraries.of(Side.class))
                .as(Attempt::new)
                .list()
                .ofMaxSize(30);
    }
}
