package org.keizoku.assembly;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.Keizoku;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Fact;

/** An answer in plain Japanese, for the record and for the page. */
final class AnswerInWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of(Keizoku.ZONE));

    private AnswerInWords() {}

    /** For example 参集する(14:30ごろ着). */
    static String coming(Answer answer) {
        return switch (answer.coming()) {
            case COMING -> "参集する(%sごろ着)".formatted(time(answer.arrivesAt()));
            case WORKING_ELSEWHERE ->
                answer.place() == null
                        ? Coming.WORKING_ELSEWHERE.label()
                        : "%s(%s)".formatted(Coming.WORKING_ELSEWHERE.label(), answer.place());
            case UNABLE -> Coming.UNABLE.label();
        };
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Without the place: it is free text, and the record cannot forget. */
    static Fact fact(ActivationNumber activation, Answer answer, boolean again) {
        List<String> said = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (answer.safety() != null) {
            said.add(answer.safety().label());
            values.put("安否", answer.safety().label());
        }
        if (answer.coming() != null) {
            said.add(answer.coming() == Coming.WORKING_ELSEWHERE ? Coming.WORKING_ELSEWHERE.label() : coming(answer));
            values.put("参集", answer.coming().label());
        }
        if (answer.arrivesAt() != null) {
            values.put("到着見込み", answer.arrivesAt().toString());
        }
        return new Fact(
                activation.value(),
                answer.at(),
                answer.by().value(),
                answer.byTelephone() ? "電話で聞き取り" : null,
                again ? "answer-changed" : "answer-given",
                "{%s} の安否・参集の回答%s:%s。".formatted(answer.person(), again ? "(変更)" : "", String.join("、", said)),
                values);
    }
}
