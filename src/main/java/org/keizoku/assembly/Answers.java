package org.keizoku.assembly;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Refused;
import org.keizoku.notice.Notices;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the called people answered: every answer stays written, the latest counts. */
@Service
public class Answers {

    private final JdbcClient jdbc;
    private final CallOuts callOuts;
    private final Notices notices;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Answers(JdbcClient jdbc, CallOuts callOuts, Notices notices, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.callOuts = callOuts;
        this.notices = notices;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes down what a called person says; saying the same again changes nothing.
     *
     * @param by the person themselves, or who took the answer by telephone
     */
    @Transactional
    public Answer record(ActivationNumber activation, PersonId person, Reply reply, PersonId by) {
        if (!callOuts.hold(activation, person)) {
            throw new Refused("この職員は、この発動では呼び出されていません。");
        }
        Optional<Answer> before = latest(activation, person);
        Answer answer = Answer.after(before, person, reply, by, clock.instant());
        if (before.filter(answer::saysTheSameAs).isPresent()) {
            return before.get();
        }
        insert(activation, answer);
        notices.cancelRound(activation, CallingOut.STEP, person);
        events.publishEvent(new AnswerGiven(activation, person, answer));
        events.publishEvent(AnswerInWords.fact(activation, answer, before.isPresent()));
        return answer;
    }

    /** What the person has answered so far. */
    public Optional<Answer> latest(ActivationNumber activation, PersonId person) {
        return jdbc.sql(
                        """
                        select * from answer where activation_number = :activation and person_id = :person
                        order by id desc limit 1
                        """)
                .param("activation", activation.value())
                .param("person", person.value())
                .query(Answer::from)
                .optional();
    }

    /** How things stand. */
    public Tally tally(ActivationNumber activation) {
        List<CallOut> callOuts = this.callOuts.of(activation);
        Map<PersonId, Answer> latest = jdbc
                .sql(
                        """
                        select distinct on (person_id) * from answer where activation_number = :activation
                        order by person_id, id desc
                        """)
                .param("activation", activation.value())
                .query(Answer::from)
                .list()
                .stream()
                .collect(Collectors.toMap(Answer::person, Function.identity()));
        return new Tally(
                callOuts.stream().map(CallOut::person).toList(),
                asked(callOuts, Attendance.SAFETY_ONLY),
                asked(callOuts, Attendance.ASSEMBLE_ONLY),
                latest);
    }

    private static Set<PersonId> asked(List<CallOut> callOuts, Attendance attendance) {
        return callOuts.stream()
                .filter(callOut -> callOut.attendance() == attendance)
                .map(CallOut::person)
                .collect(Collectors.toSet());
    }

    private void insert(ActivationNumber activation, Answer answer) {
        jdbc.sql(
                        """
                        insert into answer (activation_number, person_id, safety, coming, arrives_at, place, answered_by, answered_at)
                        values (:activation, :person, :safety, :coming, :arrives, :place, :by, :at)
                        """)
                .param("activation", activation.value())
                .param("person", answer.person().value())
                .param(
                        "safety",
                        answer.safety() == null ? null : answer.safety().name())
                .param(
                        "coming",
                        answer.coming() == null ? null : answer.coming().name())
                .param("arrives", timestamp(answer.arrivesAt()))
                .param("place", answer.place())
                .param("by", answer.by().value())
                .param("at", timestamp(answer.at()))
                .update();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
