package org.keizoku.board;

import java.util.Map;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Words;
import org.keizoku.plan.Plan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 通知: how many notices are in which state. */
@Component
@Order(5)
class NoticesPanel implements Panel {

    private final ObjectProvider<Source> source;
    private final Words words;

    NoticesPanel(ObjectProvider<Source> source, Words words) {
        this.source = source;
        this.words = words;
    }

    @Override
    public String fragment() {
        return "notices";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var notices = source.getIfAvailable();
        return notices == null
                ? null
                : notices.byState(activation.number()).entrySet().stream()
                        .map(state -> new Row(
                                words.of("notice", state.getKey()),
                                state.getValue(),
                                state.getValue() > 0 && state.getKey().equalsIgnoreCase("failed")))
                        .toList();
    }

    /** Where the states come from: to be replaced by notice's own service. */
    interface Source {
        Map<String, Long> byState(ActivationNumber activation);
    }

    /** A state and how many notices are in it. */
    record Row(String state, long count, boolean bad) {}
}
