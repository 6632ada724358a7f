package org.keizoku.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.replay.Change.Arrived;
import org.keizoku.audit.replay.Change.Held;
import org.keizoku.audit.replay.Change.Left;
import org.keizoku.audit.replay.Change.Noted;
import org.keizoku.audit.replay.Change.Value;
import org.keizoku.audit.replay.Change.Variable;

class SceneTest {

    private static final Instant T0 = Instant.parse("2026-01-04T17:14:00Z");
    private static final Variable BASE = new Variable("v1", "run", "run", "recoveryBase");
    private static final Variable SITE = new Variable("v2", "run", "survey", "siteId");

    /** A visit of a step in minutes; it has not ended where the length is null. */
    record Visit(int begin, Integer length) {

        boolean isOpenAt(int minute) {
            return begin <= minute && (length == null || begin + length > minute);
        }
    }

    @Property(tries = 200)
    void a_token_is_where_its_visit_has_begun_and_not_ended(@ForAll("visits") List<Visit> visits) {
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < visits.size(); n++) {
            Visit visit = visits.get(n);
            changes.add(new Arrived(token("t" + n, at(visit.begin()), null)));
            if (visit.length() != null) {
                changes.add(new Left(at(visit.begin() + visit.length()), "t" + n, false));
            }
        }
        changes.sort(Change.IN_ORDER);

        for (int minute = 0; minute < 60; minute++) {
            Set<String> expected = new TreeSet<>();
            for (int n = 0; n < visits.size(); n++) {
                if (visits.get(n).isOpenAt(minute)) {
                    expected.add("t" + n);
                }
            }
            assertThat(Scene.at(at(minute), changes).tokens())
                    .as("minute %d", minute)
                    .extracting(Token::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 20).injectNull(0.2))
                .as(Visit::new)
                .list()
                .ofMaxSize(12);
    }

    @Test
    void a_task_is_overdue_on_the_minute_it_is_due_and_late_once_it_ended_after() {
        List<Change> changes = List.of(new Arrived(token("decide", T0, at(30))), new Left(at(31), "decide", false));

        assertThat(only(Scene.at(at(29), changes)).isOverdueAt(at(29))).isFalse();
        assertThat(only(Scene.at(at(30), changes)).isOverdueAt(at(30))).isTrue();
        assertThat(Scene.at(at(31), changes).passedOf("run"))
                .isEqualTo(Map.of("Task_decide", new Scene.Passed(1, 0, 1)));
    }

    @Test
    void a_task_that_is_done_before_it_is_due_is_not_late_and_a_withdrawn_one_was_not_done() {
        List<Change> changes = List.of(
                new Arrived(token("decide", T0, at(30))),
                new Arrived(token("survey", T0, at(30))),
                new Left(at(29), "decide", false),
                new Left(at(29), "survey", true));

        assertThat(Scene.at(at(40), changes).passedOf("run"))
                .isEqualTo(Map.of("Task_decide", new Scene.Passed(1, 0, 0), "Task_survey", new Scene.Passed(0, 1, 0)));
    }

    @Test
    void who_has_a_task_is_the_last_who_was_given_it_until_it_is_given_back() {
        List<Change> changes = List.of(
                new Arrived(token("survey", T0, null)),
                new Held(at(1), "task-survey", "joho1"),
                new Held(at(2), "task-survey", "joho2"),
                new Held(at(3), "task-survey", null));

        assertThat(holder(Scene.at(T0, changes))).isNull();
        assertThat(holder(Scene.at(at(1), changes))).isEqualTo("joho1");
        assertThat(holder(Scene.at(at(2), changes))).isEqualTo("joho2");
        assertThat(holder(Scene.at(at(3), changes))).isNull();
    }

    @Test
    void a_variable_holds_its_last_value_and_goes_with_the_step_it_belongs_to() {
        var near = new Value("near-site", 1);
        var present = new Value("present-building", 2);
        List<Change> changes = List.of(
                new Arrived(token("survey", T0, null)),
                new Noted(T0, SITE, new Value("annex", 1)),
                new Noted(at(1), BASE, near),
                new Noted(at(2), BASE, present),
                new Left(at(3), "survey", false),
                new Noted(at(4), BASE, null));

        assertThat(Scene.at(at(1), changes).variablesOf("run"))
                .containsEntry(BASE, near)
                .containsKey(SITE);
        assertThat(Scene.at(at(3), changes).variablesOf("run")).isEqualTo(Map.of(BASE, present));
        assertThat(Scene.at(at(4), changes).variablesOf("run")).isEmpty();
    }

    @Test
    void the_late_tasks_are_those_still_open_when_they_were_due() {
        List<Change> changes = new ArrayList<>(List.of(
                new Arrived(token("late", T0, at(30))),
                new Arrived(token("in-time", T0, at(30))),
                new Arrived(token("open", T0, at(20))),
                new Arrived(token("not-yet", T0, at(90))),
                new Left(at(10), "in-time", false),
                new Left(at(40), "late", false)));
        var replay = new Replay(List.of(), changes, List.of(), List.of(), at(60));

        assertThat(replay.lates()).extracting(Token::id).containsExactly("open", "late");
        assertThat(replay.seconds())
                .containsExactly(
                        T0.getEpochSecond(),
                        at(10).getEpochSecond(),
                        at(20).getEpochSecond(),
                        at(30).getEpochSecond(),
                        at(40).getEpochSecond());
    }

    @Test
    void an_entry_tells_who_has_the_task_from_then_on() {
        assertThat(entry("task-claimed", "{joho1} がタスク「調べる」を担当").holding())
                .contains(new Held(T0, "task-survey", "joho1"));
        assertThat(entry("task-handed-over", "{joho1} がタスク「調べる」を {joho-2} に割り当て")
                        .holding())
                .contains(new Held(T0, "task-survey", "joho-2"));
        assertThat(entry("task-given-back", "{joho1} がタスク「調べる」の担当を降りた").holding())
                .contains(new Held(T0, "task-survey", null));
        assertThat(entry("task-done", "{joho1} がタスク「調べる」を完了").holding()).isEmpty();
    }

    private static Recorded entry(String kind, String told) {
        return new Recorded(1, T0, "joho1", null, kind, told, "task-survey");
    }

    private static Token only(Scene scene) {
        return scene.tokens().iterator().next();
    }

    private static String holder(Scene scene) {
        return scene.holder(only(scene)).orElse(null);
    }

    private static Token token(String id, Instant since, Instant due) {
        return new Token(id, "run", "Task_" + id, id, since, "task-" + id, null, due);
    }

    private static Instant at(int minute) {
        return T0.plusSeconds(minute * 60L);
    }
}
