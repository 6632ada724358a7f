package org.keizoku.plan.lint;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Who stands in the plan twice has two accounts, and could ask with the one and approve with the other. */
final class Accounts {

    private Accounts() {}

    static Stream<Broken> ofTheSameName(Plan plan) {
        Set<String> names = new HashSet<>();
        return Entry.of("people", plan.people())
                .filter(person -> !names.add(plain(person.it())))
                .map(person -> new Broken(
                        person.at("name"),
                        "「%s」が二度載っています。同じ人なら、申請と承認を一人で行えてしまいます"
                                .formatted(person.it().name()),
                        "同じ人は一つにまとめてください。別人なら、区別できる名前にしてください"));
    }

    private static String plain(Person person) {
        return person.name().replaceAll("[\\s\\u3000]", "");
    }
}
