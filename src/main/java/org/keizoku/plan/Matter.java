package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keizoku.engine.Coded;

/** What may be asked for during a response though security forbids it in ordinary times: a control to lower for a time, or one deed. */
public enum Matter implements Coded {
    FIREWALL("firewall", "ファイアウォール等の規則の一時変更", "", true, Opens.NOTHING),
    NETWORK_SEGMENT("network-segment", "主要ネットワークへの接続・構成の一時変更", "change-main-network", true, Opens.NOTHING),
    MAIN_NETWORK_TO_OUTSIDE(
            "main-network-to-outside", "主要ネットワークと外部の一時接続", "main-network-to-outside", true, Opens.NOTHING),
    OTHER_NETWORK_TO_OUTSIDE(
            "other-network-to-outside", "その他の庁内ネットワークと外部の一時接続", "other-network-to-outside", true, Opens.NOTHING),
    ACCESS_RIGHT("access-right", "アクセス権の一時開放", "", true, Opens.ACCESS),
    EXCEPTIONAL_USE("exceptional-use", "制限された情報システムの例外的な使用", "exceptional-use", true, Opens.ACCESS),
    ROOM_ACCESS("room-access", "電算室の入退室制限の一時緩和", "", true, Opens.ROOM),
    ENTER_CONTROLLED_AREA("enter-controlled-area", "職員等以外の者の管理区域への立入り", "enter-controlled-area", true, Opens.ROOM),
    PRIVATE_DEVICE("private-device", "個人所有の端末・媒体の一時使用", "private-devices", true, Opens.NOTHING),
    TAKE_OUT("take-out", "情報資産の庁舎外への持ち出し", "take-out", true, Opens.NOTHING),
    COPY_OR_SEND("copy-or-send", "情報の複製・送付・送信", "copy-or-send", false, Opens.NOTHING),
    ALTER_COMPUTER("alter-computer", "コンピュータの改造、機器の増設、ソフトウェアの導入", "alter-computer", false, Opens.NOTHING),
    DISPOSE_MEDIA("dispose-media", "外部記録媒体の廃棄", "dispose-media", false, Opens.NOTHING),
    DISPOSE_PAPERS("dispose-papers", "入出力データの廃棄", "dispose-papers", false, Opens.NOTHING);

    /** What stands open while it is in force, so that a record of it must be kept. */
    public enum Opens {
        NOTHING("nothing"),
        /** Accounts and rights: access logs are collected. */
        ACCESS("access"),
        /** A room: the entry and exit register is kept. */
        ROOM("room");

        private final String code;

        Opens(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final String code;
    private final String label;
    private final String approval;
    private final boolean temporary;
    private final Opens opens;

    Matter(String code, String label, String approval, boolean temporary, Opens opens) {
        this.code = code;
        this.label = label;
        this.approval = approval;
        this.temporary = temporary;
        this.opens = opens;
    }

    @Override
    @JsonValue
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it ends and is put back; what does not is done once. */
    public boolean isTemporary() {
        return temporary;
    }

    public Opens opens() {
        return opens;
    }

    /** What a security standard says of it; empty where the standard knows no such approval. */
    public Optional<SecurityStandard.Approval> in(SecurityStandard standard) {
        return standard.approvals().stream()
                .filter(known -> known.id().equals(approval))
                .findFirst();
    }

    /** The matter of this code; refused, with the codes there are, when it is none. */
    public static Matter named(String code) {
        return Coded.named(Matter.class, "対象", code);
    }
}
