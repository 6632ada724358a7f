package org.keizoku.recovery;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.Plan;
import org.keizoku.plan.SystemId;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** Tells whoever leads the team what became of a request to a vendor. */
@Component
class VendorAlarm {

    private final Notices notices;
    private final Activations activations;
    private final InsideAddress address;

    VendorAlarm(Notices notices, Activations activations, InsideAddress address) {
        this.notices = notices;
        this.activations = activations;
        this.address = address;
    }

    /** With the link to the situation. */
    void tell(ActivationNumber activation, SystemId system, String about, String words) {
        tell(activation, system, about, words, address.activation(activation.value()));
    }

    /** With the link to the task that asks what to do without the vendor. */
    void askToDecide(ActivationNumber activation, SystemId system, String taskId) {
        tell(activation, system, "without/" + taskId, "事業者のどの窓口とも連絡がつきません。どうするかを決めてください。", address.task(taskId));
    }

    private void tell(ActivationNumber activation, SystemId system, String about, String words, String link) {
        Plan plan = activations.planOf(activation);
        String name = plan.system(system).name();
        plan.role(plan.duties().leader())
                .everyone()
                .forEach(person -> notices.plan(new NoticeOrder(
                        activation,
                        "vendor/%s/%s".formatted(system, about),
                        0,
                        person,
                        Urgency.ESCALATION,
                        "【事業者への依頼】発動%s %s".formatted(activation, name),
                        "発動%s %s: %s %s".formatted(activation, name, words, link),
                        Optional.empty())));
    }
}
