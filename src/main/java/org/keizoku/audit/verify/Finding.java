package org.keizoku.audit.verify;

/**
 * A thing that is not as it was sealed.
 *
 * @param where the entry, the seal, the key or the place in the engine's history, in Japanese
 * @param told what is wrong with it, in Japanese
 */
public record Finding(String where, String told) {

    static Finding entry(long id, String told) {
        return new Finding("記録 " + id, told);
    }

    static Finding seal(long no, String told) {
        return new Finding("封印 " + no, told);
    }

    static Finding key(String id, String told) {
        return new Finding("鍵 " + id, told);
    }

    static Finding history(String activation, String told) {
        return new Finding(activation == null ? "履歴" : "発動 %s の履歴".formatted(activation), told);
    }

    @Override
    public String toString() {
        return where + ": " + told;
    }
}
