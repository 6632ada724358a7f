package org.keizoku.board;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.keizoku.activation.Activation;
import org.keizoku.notice.NoticeState;
import org.keizoku.notice.NoticeView;
import org.keizoku.notice.Notices;
import org.keizoku.plan.Plan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 通知: how many notices are in which state. */
@Component
@Order(5)
class NoticesPanel implements Panel {

    private final Notices notices;

    NoticesPanel(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String fragment() {
        return "notices";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var byState = notices.of(activation.number()).stream()
                .collect(Collectors.groupingBy(NoticeView::state, Collectors.counting()));
        return Arrays.stream(NoticeState.values())
                .filter(byState::containsKey)
                .map(state -> new Row(state.label(), byState.get(state), state.isNotReached()))
                .toList();
    }

    /** A state and how many notices are in it. */
    record Row(String state, long count, boolean bad) {}
}
