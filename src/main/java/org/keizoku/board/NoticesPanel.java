package org.keizoku.board;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Names;
import org.keizoku.notice.Attempt;
import org.keizoku.notice.Attempts;
import org.keizoku.notice.NoticeState;
import org.keizoku.notice.NoticeView;
import org.keizoku.notice.Notices;
import org.keizoku.notice.UnreachedPeople;
import org.keizoku.notice.watch.NoticeGaps;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 通知: whether they go as planned, how many are in which state, whom nothing reached, which contacts are in doubt, and each attempt by person. */
@Component
@Order(6)
class NoticesPanel implements Panel {

    private final Notices notices;
    private final Attempts attempts;
    private final UnreachedPeople unreached;
    private final Contacts contacts;
    private final NoticeGaps gaps;

    NoticesPanel(Notices notices, Attempts attempts, UnreachedPeople unreached, Contacts contacts, NoticeGaps gaps) {
        this.notices = notices;
        this.attempts = attempts;
        this.unreached = unreached;
        this.contacts = contacts;
        this.gaps = gaps;
    }

    @Override
    public String fragment() {
        return "notices";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var number = activation.number();
        var names = new Names(plan);
        List<String> nobody = unreached.of(number).stream()
                .map(person ->
                        "%s:%s(%s)".formatted(names.person(person.person().value()), person.subject(), person.why()))
                .toList();
        Map<PersonId, List<Attempt>> byPerson = attempts.of(number).stream()
                .collect(Collectors.groupingBy(Attempt::person, LinkedHashMap::new, Collectors.toList()));
        return new Content(
                activation.isOpen() ? gaps.now().orElse(null) : null,
                states(number),
                nobody,
                doubtful(byPerson.keySet(), names),
                byPerson.entrySet().stream()
                        .map(entry -> Person.of(entry.getKey(), entry.getValue(), names))
                        .toList());
    }

    private List<Row> states(ActivationNumber number) {
        var byState =
                notices.of(number).stream().collect(Collectors.groupingBy(NoticeView::state, Collectors.counting()));
        return Arrays.stream(NoticeState.values())
                .filter(byState::containsKey)
                .map(state -> new Row(state.label(), byState.get(state), state.isNotReached()))
                .toList();
    }

    private List<String> doubtful(Set<PersonId> told, Names names) {
        return contacts.doubtful().stream()
                .filter(contact -> told.contains(contact.person()))
                .map(contact -> "%s(%s、%sから)"
                        .formatted(
                                names.person(contact.person().value()),
                                contact.channel().label(contact.position()),
                                JapanTime.plain(contact.since())))
                .toList();
    }

    /**
     * What the panel shows.
     *
     * @param gap where notices are behind just now, whatever activation they belong to; null where none are
     */
    record Content(String gap, List<Row> states, List<String> unreached, List<String> doubtful, List<Person> people) {}

    /** A state and how many notices are in it. */
    record Row(String state, long count, boolean bad) {}

    /** A person and each attempt to tell them something. */
    record Person(String name, boolean bad, List<Line> attempts) {

        static Person of(PersonId person, List<Attempt> attempts, Names names) {
            return new Person(
                    names.person(person.value()),
                    attempts.stream().anyMatch(Attempt::notReached),
                    attempts.stream().map(Line::of).toList());
        }
    }

    /** One attempt; the number is empty where none was made. */
    record Line(String at, String subject, String way, String n, String state, boolean bad, String why) {

        static Line of(Attempt attempt) {
            return new Line(
                    JapanTime.plain(attempt.at()),
                    attempt.subject(),
                    attempt.way(),
                    attempt.n() == 0 ? "" : attempt.n() + "回目",
                    attempt.state(),
                    attempt.notReached(),
                    attempt.why());
        }
    }
}
