package org.keizoku.notice;

import java.util.Map;
import java.util.Set;

/** What the codes of a failed message say, in the office's words; the codes are Twilio's and SMTP's. */
final class CarrierWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("21211", "番号の形が正しくない"),
            Map.entry("21610", "相手が受信を止めている"),
            Map.entry("21612", "この番号へは送れない"),
            Map.entry("21614", "携帯電話の番号ではない"),
            Map.entry("30001", "事業者の送信待ちがあふれた"),
            Map.entry("30002", "事業者のアカウントが停止中"),
            Map.entry("30003", "端末に届かない(電源オフ・圏外など)"),
            Map.entry("30004", "端末が受信を拒否"),
            Map.entry("30005", "番号が使われていない"),
            Map.entry("30006", "SMSを受けられない番号"),
            Map.entry("30007", "通信会社が迷惑SMSと判断"),
            Map.entry("30008", "通信会社から理由の回答なし"));

    /** About the words, our account or the way there, not about the address. */
    private static final Set<String> NOT_THE_ADDRESS =
            Set.of("21602", "21617", "30001", "30002", "30007", "mail", "no-contact");

    private CarrierWords() {}

    /** Empty where the code is unknown or there is none. */
    static String of(String code) {
        return code == null ? "" : WORDS.getOrDefault(code, "");
    }

    /** Whether somebody should look at the address; without a code, too. */
    static boolean castDoubtOnTheAddress(String code) {
        return code == null || !NOT_THE_ADDRESS.contains(code);
    }
}
