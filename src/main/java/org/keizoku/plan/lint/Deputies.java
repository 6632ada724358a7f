package org.keizoku.plan.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Decision;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.lint.PlanRule.Broken;

/** When nobody of a role answers, somebody else does. */
final class Deputies {

    private static final int ENOUGH = 2;

    private Deputies() {}

    /** A person who is asked twice is one deputy fewer than the plan seems to have. */
    static Stream<Broken> twice(Plan plan) {
        return Entry.of("roles", plan.roles()).flatMap(role -> {
            Set<PersonId> seen = new HashSet<>();
            return Stream.concat(
                            Entry.of(role.at("holders"), role.it().holders()),
                            Entry.of(role.at("deputies"), role.it().deputies()))
                    .filter(person -> !seen.add(person.it()))
                    .map(person -> new Broken(
                            person.path(),
                            "「%s」の担当者と代行者の列に「%s」が二度あります".formatted(role.it().name(), person.it()),
                            "一人を一度だけ書き、足りない代行者を別の人にしてください"));
        });
    }

    static Stream<Broken> tooFew(Plan plan) {
        Set<RoleId> deciding = Stream.concat(
                        plan.decisions().stream().map(Decision::role),
                        plan.structures().stream().flatMap(structure -> structure.decisions().values().stream()))
                .collect(Collectors.toSet());
        return Entry.of("roles", plan.roles())
                .filter(role -> deciding.contains(role.it().id()))
                .filter(role ->
                        role.it().deputies().size() < ENOUGH && role.it().above() == null)
                .map(role -> new Broken(
                        role.at("deputies"),
                        "判断する役割「%s」の代行者が%d人しかいません"
                                .formatted(
                                        role.it().name(), role.it().deputies().size()),
                        "deputiesに二人以上を順に書くか、aboveに上位の役割を書いてください"));
    }

    static Stream<Broken> inCircles(Plan plan) {
        Map<RoleId, List<RoleId>> above = new HashMap<>();
        plan.roles().stream()
                .filter(role -> role.above() != null)
                .forEach(role -> above.put(role.id(), List.of(role.above())));
        Set<RoleId> circling = Circles.in(above);
        return Entry.of("roles", plan.roles())
                .filter(role -> circling.contains(role.it().id()))
                .map(role -> new Broken(
                        role.at("above"),
                        "「%s」から上位の役割(above)をたどると元に戻ります".formatted(role.it().name()),
                        "最上位の役割からaboveを除いてください"));
    }
}
