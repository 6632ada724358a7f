package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keizoku.approval.DecisionModel;
import org.keizoku.people.absence.AbsenceKind;
import org.keizoku.people.absence.AbsenceWatch;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.PersonId;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** An absence that was declared before begins while somebody is being waited for. */
@KeizokuTest
class AbsenceBeginsTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    DeclaredAbsences absences;

    @Autowired
    AbsenceWatch watch;

    @Test
    void who_said_before_to_go_at_three_is_passed_over_at_three() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:24+09:00");
        leaves("ict-bucho", Duration.ofMinutes(10), Duration.ofHours(6));
        looksAfter(Duration.ofMinutes(9));
        assertThat(mayDecide(number)).as("a minute before").containsExactly("ict-bucho");
        looksAfter(Duration.ofMinutes(1));
        assertThat(mayDecide(number)).as("on the minute").containsExactly("ict-bucho", "somu-bucho");
        assertThat(city.told(number)).anyMatch(told -> told.contains("{ict-bucho} 出張(1月16日 08:14まで)"));

        looksAfter(Duration.ofMinutes(29));
        assertThat(mayDecide(number)).as("heard once").containsExactly("ict-bucho", "somu-bucho");
        looksAfter(Duration.ofMinutes(1));
        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho", "kikaku-kacho");
    }

    @Test
    void a_look_that_comes_late_still_finds_who_went_in_between() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:25+09:00");
        leaves("ict-bucho", Duration.ofMinutes(10), Duration.ofHours(6));
        watch.look();
        looksAfter(Duration.ofMinutes(25));

        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
    }

    @Test
    void who_is_back_before_anybody_looked_or_called_it_off_is_waited_for() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:26+09:00");
        leaves("ict-bucho", Duration.ofMinutes(5), Duration.ofMinutes(10));
        looksAfter(Duration.ofMinutes(10));
        assertThat(mayDecide(number)).containsExactly("ict-bucho");

        leaves("ict-bucho", Duration.ofMinutes(5), Duration.ofHours(1));
        night.everybodyIsBack();
        looksAfter(Duration.ofMinutes(6));
        assertThat(mayDecide(number)).containsExactly("ict-bucho");
    }

    @Test
    void a_deputy_who_goes_while_the_head_is_asked_does_not_shorten_the_time_of_the_head() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:27+09:00");
        leaves("somu-bucho", Duration.ofMinutes(5), Duration.ofHours(6));
        looksAfter(Duration.ofMinutes(29));
        assertThat(mayDecide(number)).containsExactly("ict-bucho");

        looksAfter(Duration.ofMinutes(1));
        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho", "kikaku-kacho");
    }

    /** Declared now for later. */
    private void leaves(String person, Duration from, Duration until) {
        absences.declare(
                new PersonId(person),
                AbsenceKind.TRIP,
                night.now().plus(from),
                night.now().plus(until),
                new PersonId(person));
    }

    /** The node looks, and what it finds is done. */
    private void looksAfter(Duration time) {
        night.passes(time);
        watch.look();
        night.runDueJobs();
    }

    /** To whom the open decision is offered, in the order of ranks. */
    private List<String> mayDecide(String number) {
        return Stream.of("ict-bucho", "somu-bucho", "kikaku-kacho", "shicho")
                .filter(person -> city.mayClaim(person, number, DecisionModel.DECIDE))
                .toList();
    }
}
