package org.keizoku.plan.lint;

import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** In a disaster one way to a person is often down. */
final class Channels {

    private Channels() {}

    static Stream<Broken> fewerThanTwo(Plan plan) {
        return Entry.of("people", plan.people())
                .filter(person -> person.it().channels().size() < 2)
                .map(person -> new Broken(
                        person.at("channels"),
                        "「%s」への連絡手段が一つしかありません".formatted(person.it().name()),
                        "channelsにsmsとmailの両方を書くか、channelsを除いてください"));
    }
}
