package org.keizoku.plan.clause;

import java.util.Arrays;
import org.keizoku.plan.ClauseId;

/** A planning document whose clauses the catalogue holds. */
public enum Document {
    KATSUSHIKA("KTS", "katsushika", "葛飾区", "葛飾区ICT部門業務継続計画（第２版）"),
    KODAIRA("KDR", "kodaira", "小平市", "小平市ICT業務継続計画"),
    SAMPLE_CITY("SMP", "soumu-sample", "総務省サンプル", "ICT部門における業務継続計画 初動版サンプル(総務省)"),
    GUIDELINE("NSC", "nisc", "NISC付録", "政府機関等における情報システム運用継続計画ガイドライン 付録"),
    MINATO("MNT", "minato", "港区", "港区情報安全対策基準");

    private final String prefix;
    private final String file;
    private final String shortName;
    private final String title;

    Document(String prefix, String file, String shortName, String title) {
        this.prefix = prefix;
        this.file = file;
        this.shortName = shortName;
        this.title = title;
    }

    /** Its short name in addresses and among the files of the catalogue. */
    public String file() {
        return file;
    }

    public String shortName() {
        return shortName;
    }

    public String title() {
        return title;
    }

    static Document of(ClauseId clause) {
        return Arrays.stream(values())
                .filter(document -> clause.value().startsWith(document.prefix + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document has a clause " + clause));
    }
}
