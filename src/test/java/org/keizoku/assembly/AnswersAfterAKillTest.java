package org.keizoku.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer is committed before the process hears of it, and the application may be killed in between. */
@KeizokuTest
class AnswersAfterAKillTest {

    private static final List<String> TEAM = List.of("shukan", "joho1", "joho2", "joho3", "joho4");

    /** Tests share one database, and the same earthquake twice is one activation. */
    private static int shocks;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Answers answers;

    @Autowired
    AssemblyProcess process;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void the_team_is_called() {
        number = city.earthquake(
                "6-lower",
                night.now().minus(Duration.ofSeconds(4711 + ++shocks)).toString());
    }

    @Test
    void the_next_start_tells_the_process_what_it_has_not_heard() {
        TEAM.forEach(this::isOnRecordAsComing);
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).hasSize(1);

        process.tellWhatWasNotHeard();
        process.tellWhatWasNotHeard();

        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).isEmpty();
        assertThat(quorumsTold()).isEqualTo(1);
    }

    @Test
    void the_quorum_is_told_once_however_many_come() {
        for (String person : TEAM) {
            var id = new PersonId(person);
            answers.record(new ActivationNumber(number), id, Reply.comingAt(night.now()), id);
        }
        process.tellWhatWasNotHeard();

        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).hasSize(1);
        assertThat(quorumsTold()).isEqualTo(1);
    }

    private long quorumsTold() {
        return city.told(number).stream()
                .filter(told -> told.contains("必要な人数の参集見込みに達する"))
                .count();
    }

    private void isOnRecordAsComing(String person) {
        jdbc.sql(
                        """
                        insert into answer (activation_number, person_id, safety, coming, answered_by, answered_at)
                        values (:number, :person, 'SAFE', 'COMING', :person, :at)""")
                .param("number", number)
                .param("person", person)
                .param("at", Timestamp.from(night.now()))
                .update();
    }
}
