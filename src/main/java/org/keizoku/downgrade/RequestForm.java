package org.keizoku.downgrade;

import static org.keizoku.downgrade.DowngradeModel.COMPENSATION;
import static org.keizoku.downgrade.DowngradeModel.EXECUTOR;
import static org.keizoku.downgrade.DowngradeModel.LEVEL;
import static org.keizoku.downgrade.DowngradeModel.MATTER;
import static org.keizoku.downgrade.DowngradeModel.REASON;
import static org.keizoku.downgrade.DowngradeModel.RESTORATION;
import static org.keizoku.downgrade.DowngradeModel.TARGET;
import static org.keizoku.downgrade.DowngradeModel.UNTIL;
import static org.keizoku.downgrade.DowngradeModel.URGENCY;

import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Matter;

/** The start form's values as a request, with words for what is missing or wrong. */
final class RequestForm {

    /** Six such fields and their labels fit into the 4,000 characters that the engine keeps of a text. */
    private static final int LONGEST = 500;

    private RequestForm() {}

    static Request request(ActivationNumber activation, Map<String, ?> form) {
        Matter matter = Matter.named(MATTER.in(form).orElse(""));
        return new Request(
                activation,
                matter,
                LEVEL.in(form)
                        .filter(level -> level.matches("[123]"))
                        .map(Integer::valueOf)
                        .orElse(null),
                words("何に対して", TARGET, form),
                words("理由", REASON, form),
                words("補う対策", COMPENSATION, form),
                words("元に戻す方法", RESTORATION, form),
                words("実施する人", EXECUTOR, form),
                UNTIL.in(form).map(text -> EnteredMoment.of("期限", text)).orElseThrow(() -> new Refused("期限を入力してください。")),
                "break-glass".equals(URGENCY.in(form).orElse("")));
    }

    private static String words(String field, ProcessVariable<String> variable, Map<String, ?> form) {
        String words = variable.in(form).orElse("").strip();
        if (words.isEmpty()) {
            throw new Refused("「%s」を入力してください。".formatted(field));
        }
        if (words.length() > LONGEST) {
            throw new Refused("「%s」は%d字までです。".formatted(field, LONGEST));
        }
        return words;
    }
}
