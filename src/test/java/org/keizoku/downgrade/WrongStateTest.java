package org.keizoku.downgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.downgrade.Downgrades.Answer;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Matter;
import org.keizoku.plan.PersonId;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Every step in every state: what has no place there is refused by the domain itself, whatever a model or a caller does. */
@KeizokuTest
class WrongStateTest {

    private static final PersonId REQUESTER = new PersonId("joho1");
    private static final PersonId APPROVER = new PersonId("ict-bucho");
    private static final PersonId EXECUTOR = new PersonId("joho2");
    private static final PersonId VERIFIER = new PersonId("joho3");

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    DowngradeRequests requests;

    @Autowired
    Downgrades downgrades;

    @Autowired
    DowngradeRows rows;

    private ActivationNumber activation;

    @Test
    void each_step_is_taken_in_its_state_only() {
        activation = new ActivationNumber(city.earthquake("6-lower", "2026-01-16T00:41:00+09:00"));
        Map<String, LongConsumer> steps = new LinkedHashMap<>();
        steps.put("decide", number -> downgrades.decided(number, approval(number)));
        steps.put("apply", number -> downgrades.applied(number, EXECUTOR, true, "証跡"));
        steps.put("lapse", downgrades::lapsed);
        steps.put("restore", number -> downgrades.restored(number, EXECUTOR, "戻した"));
        steps.put("verify", number -> downgrades.verified(number, VERIFIER, true, "確認"));
        steps.put("end", downgrades::ended);
        steps.put("decide-after", number -> downgrades.decidedAfterTheFact(number, approval(number)));
        Map<State, List<String>> allowed = Map.of(
                State.REQUESTED, List.of("decide"),
                State.APPROVED, List.of("apply", "lapse"),
                State.IN_FORCE, List.of("restore"),
                State.RESTORED, List.of("verify"),
                State.VERIFIED, List.of("end"),
                State.ENDED, List.of(),
                State.REFUSED, List.of(),
                State.LAPSED, List.of(),
                State.DROPPED, List.of(),
                State.DONE, List.of());

        assertThat(allowed.keySet()).containsExactlyInAnyOrder(State.values());
        allowed.forEach((state, taken) -> steps.forEach((name, step) -> {
            long number = in(state);
            Throwable refused = catchThrowable(() -> step.accept(number));
            if (taken.contains(name)) {
                assertThat(refused).as("%s in %s", name, state).isNull();
            } else {
                assertThat(refused).as("%s in %s", name, state).isInstanceOf(Refused.class);
                assertThat(rows.find(number).orElseThrow().state()).isEqualTo(state);
            }
        }));
    }

    @Test
    void one_person_never_has_two_parts_in_any_order() {
        activation = new ActivationNumber(city.earthquake("6-lower", "2026-01-16T00:42:00+09:00"));
        for (PersonId person : List.of(REQUESTER, APPROVER, EXECUTOR)) {
            long restored = in(State.RESTORED);
            assertThatThrownBy(() -> downgrades.verified(restored, person, true, "確認"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("どの役割でも");
        }
        for (PersonId person : List.of(REQUESTER, APPROVER)) {
            long approved = in(State.APPROVED);
            assertThatThrownBy(() -> downgrades.applied(approved, person, true, "証跡"))
                    .isInstanceOf(Refused.class);
        }
        long asked = in(State.REQUESTED);
        assertThatThrownBy(() -> downgrades.decided(asked, new Answer(REQUESTER, "班員", true, "", fingerprint(asked))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_table_itself_knows_no_restoration_without_application() {
        activation = new ActivationNumber(city.earthquake("6-lower", "2026-01-16T00:43:00+09:00"));
        long asked = in(State.REQUESTED);
        Stream.of(State.APPROVED, State.IN_FORCE, State.RESTORED, State.VERIFIED, State.ENDED, State.DONE)
                .forEach(state -> assertThatThrownBy(() -> rows.state(asked, state))
                        .as(state.name())
                        .isInstanceOf(DataIntegrityViolationException.class));
    }

    private long in(State state) {
        long number = asked(state == State.DONE ? Matter.ALTER_COMPUTER : Matter.FIREWALL);
        if (state == State.REQUESTED) {
            return number;
        }
        if (state == State.REFUSED) {
            downgrades.decided(number, new Answer(APPROVER, "最高情報統括責任者", false, "要らない", fingerprint(number)));
            return number;
        }
        downgrades.decided(number, approval(number));
        if (state == State.LAPSED) {
            downgrades.lapsed(number);
            return number;
        }
        if (state == State.APPROVED) {
            return number;
        }
        downgrades.applied(number, EXECUTOR, state != State.DROPPED, "証跡");
        if (List.of(State.DROPPED, State.DONE, State.IN_FORCE).contains(state)) {
            return number;
        }
        downgrades.restored(number, EXECUTOR, "戻した");
        if (state != State.RESTORED) {
            downgrades.verified(number, VERIFIER, true, "確認");
        }
        if (state == State.ENDED) {
            downgrades.ended(number);
        }
        return number;
    }

    private long asked(Matter matter) {
        return requests.asked(
                        new Request(
                                activation,
                                matter,
                                null,
                                "規則12番",
                                "理由",
                                "対策",
                                "戻し方",
                                "情報システム班",
                                night.now().plus(Duration.ofHours(6)),
                                false),
                        REQUESTER)
                .number();
    }

    private Answer approval(long number) {
        return new Answer(APPROVER, "最高情報統括責任者", true, "", fingerprint(number));
    }

    private String fingerprint(long number) {
        return rows.find(number).orElseThrow().request().fingerprint();
    }
}
