package org.keizoku.approval;

import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Role.Rank;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** Tells the persons of a rank that they may decide, or ratify, with the link to the task. */
@Component
class AskingToDecide {

    private final Notices notices;
    private final InsideAddress address;

    AskingToDecide(Notices notices, InsideAddress address) {
        this.notices = notices;
        this.address = address;
    }

    /** Under which step the notices of a decision's task stand. */
    static String step(String taskId) {
        return "decision/" + taskId;
    }

    /** Tells those of a rank above that a deputy has decided, and where to ratify it or take it back. */
    void toRatify(ActivationNumber activation, String title, Rank rank, String taskId, Set<PersonId> barred) {
        rank.persons().stream()
                .filter(person -> !barred.contains(person))
                .forEach(person -> notices.plan(new NoticeOrder(
                        activation,
                        "ratification/" + taskId,
                        0,
                        person,
                        Urgency.INFORMATION,
                        "【代行判断】発動%s %s".formatted(activation, title),
                        "発動%s 代行者が判断: %s。追認・取消: %s".formatted(activation, title, address.task(taskId)),
                        Optional.empty())));
    }

    /** Tells those of the rank who may decide; whoever is barred would only be refused. */
    void tell(ActivationNumber activation, String title, Rank rank, String taskId, Set<PersonId> barred) {
        rank.persons().stream()
                .filter(person -> !barred.contains(person))
                .forEach(person -> notices.plan(new NoticeOrder(
                        activation,
                        step(taskId),
                        0,
                        person,
                        Urgency.DECISION,
                        "【判断依頼】発動%s %s".formatted(activation, title),
                        "発動%s 判断依頼: %s(%s) %s".formatted(activation, title, rank.capacity(), address.task(taskId)),
                        Optional.empty())));
    }
}
