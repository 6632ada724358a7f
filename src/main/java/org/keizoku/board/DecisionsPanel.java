package org.keizoku.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.keizoku.activation.Activation;
import org.keizoku.audit.Entries;
import org.keizoku.audit.Entry;
import org.keizoku.audit.Names;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 判断: what was decided, when, by whom and in which capacity; newest first. */
@Component
@Order(5)
class DecisionsPanel implements Panel {

    private static final String DECISION = "decision";

    private final Entries entries;

    DecisionsPanel(Entries entries) {
        this.entries = entries;
    }

    @Override
    public String fragment() {
        return "decisions";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var names = new Names(plan);
        var decided = new ArrayList<>(entries.ofKind(activation.number(), DECISION));
        Collections.reverse(decided);
        return decided.stream().map(entry -> Row.of(entry, names)).toList();
    }

    /** One decision. */
    record Row(String at, String who, String capacity, String told, Map<String, Object> values) {

        static Row of(Entry entry, Names names) {
            return new Row(
                    JapanTime.plain(entry.at()),
                    names.person(entry.actor()),
                    entry.capacity() == null ? names.post(entry.actor()) : entry.capacity(),
                    names.in(entry.told()),
                    entry.values());
        }
    }
}
