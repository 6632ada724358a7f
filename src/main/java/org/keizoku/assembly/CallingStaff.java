package org.keizoku.assembly;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Unreached;
import org.keizoku.notice.UnreachedPeople;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.Assembly.Place;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** Calls the plan's staff for an activation and tells the leader how the assembly goes. */
@Component
class CallingStaff {

    private static final String QUORUM = "quorum";

    private final CallingOut callingOut;
    private final Answers answers;
    private final Activations activations;
    private final Notices notices;
    private final UnreachedPeople unreached;
    private final InsideAddress address;
    private final Clock clock;

    CallingStaff(
            CallingOut callingOut,
            Answers answers,
            Activations activations,
            Notices notices,
            UnreachedPeople unreached,
            InsideAddress address,
            Clock clock) {
        this.callingOut = callingOut;
        this.answers = answers;
        this.activations = activations;
        this.notices = notices;
        this.unreached = unreached;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Calls every member of the plan's staff, and tells the role that the regime wants to know of it.
     *
     * @param asked whom the regime asks for what
     */
    void call(ActivationNumber number, Asked asked) {
        Plan plan = activations.planOf(number);
        List<PersonId> staff = plan.role(plan.duties().staff()).holders();
        List<PersonId> working =
                asked.assembles().map(role -> plan.role(role).holders()).orElse(staff);
        call(number, plan, working, asked.attendance(), asked.firstAction());
        if (asked.attendance().asksHow()) {
            call(
                    number,
                    plan,
                    staff.stream().filter(person -> !working.contains(person)).toList(),
                    Attendance.SAFETY_ONLY,
                    asked.firstAction());
        }
        asked.alsoTold()
                .ifPresent(role -> tell(
                        number,
                        "also-told",
                        plan.role(role).holders(),
                        "発動%s %s 職員を呼び出しました。連携をお願いします。"
                                .formatted(
                                        number, activations.get(number).event().told())));
    }

    private void call(
            ActivationNumber number,
            Plan plan,
            List<PersonId> persons,
            Attendance attendance,
            Optional<String> firstAction) {
        Map<String, List<PersonId>> byRequest = persons.stream()
                .collect(Collectors.groupingBy(
                        person -> request(plan, person, attendance), LinkedHashMap::new, Collectors.toList()));
        String about = "【%s】発動%s %s"
                .formatted(
                        attendance.label(),
                        number,
                        activations.get(number).event().told());
        String first = firstAction.map(action -> " " + action).orElse("");
        byRequest.forEach((request, asked) -> callingOut.call(
                number,
                asked,
                attendance,
                about,
                about + first + " " + request,
                clock.instant().plus(plan.assembly().linkValid())));
    }

    private static String request(Plan plan, PersonId person, Attendance attendance) {
        return switch (attendance) {
            case ASSEMBLE -> "参集先:%s 安否と参集を回答: {link}".formatted(places(plan, person));
            case ASSEMBLE_ONLY -> "参集先:%s 参集を回答: {link}".formatted(places(plan, person));
            case TELEWORK -> "出勤せず在宅で対応 安否と対応の可否を回答: {link}";
            case SAFETY_ONLY -> "参集は不要 安否を回答: {link}";
        };
    }

    private static String places(Plan plan, PersonId person) {
        return plan.placesFor(person).stream().map(Place::told).collect(Collectors.joining("、"));
    }

    /** The names of those who have said nothing, a line each; with the reason where no way reached them. */
    String silentNames(ActivationNumber number) {
        Plan plan = activations.planOf(number);
        List<PersonId> silent = answers.tally(number).silent();
        Map<PersonId, String> why = unreached.of(number).stream()
                .filter(person -> person.step().equals(CallingOut.STEP))
                .collect(Collectors.toMap(Unreached::person, person -> "(通知が届いていません:" + person.why() + ")"));
        return silent.isEmpty()
                ? "なし"
                : PhoneList.cut(silent.stream()
                        .map(person -> "- " + plan.person(person).name() + why.getOrDefault(person, ""))
                        .toList());
    }

    /** Once: the process hears of the quorum with every answer after it too. */
    void tellQuorum(ActivationNumber number) {
        if (notices.of(number).stream().anyMatch(notice -> notice.step().equals(QUORUM))) {
            return;
        }
        activations.record(number, "quorum-reached", "必要な人数の参集見込みに達する", Map.of("見込み", share(number)));
        tellLeader(number, QUORUM, "発動%s 必要な人数の参集見込みに達しました(%s)。".formatted(number, share(number)));
    }

    void close(ActivationNumber number) {
        List<String> silent =
                answers.tally(number).silent().stream().map(PersonId::value).toList();
        activations.record(number, "assembly-closed", "参集の期限。未回答%d名".formatted(silent.size()), Map.of("未回答", silent));
        tellLeader(number, "assembly-closed", "発動%s 参集の期限です。未回答%d名。".formatted(number, silent.size()));
    }

    private String share(ActivationNumber number) {
        Tally tally = answers.tally(number);
        return "%d名中%d名".formatted(tally.askedToWork(), tally.available());
    }

    private void tellLeader(ActivationNumber number, String step, String words) {
        Plan plan = activations.planOf(number);
        tell(number, step, plan.role(plan.duties().leader()).everyone(), words);
    }

    private void tell(ActivationNumber number, String step, Collection<PersonId> persons, String words) {
        persons.forEach(person -> notices.plan(new NoticeOrder(
                number,
                step,
                0,
                person,
                Urgency.INFORMATION,
                "【参集】発動" + number,
                words + " " + address.activation(number.value()),
                Optional.empty())));
    }
}
