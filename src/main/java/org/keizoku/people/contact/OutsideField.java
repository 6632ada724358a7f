package org.keizoku.people.contact;

import java.util.regex.Pattern;
import org.keizoku.platform.workbook.Spoken;

/** What is kept of a contact point outside, in the columns of 様式9 別紙2 and of the lists of bureaus and companies (SMP-8071-02, NSC-222-01, NSC-222-02). */
enum OutsideField {
    PERSON("担当者名", "person", Shape.WORDS),
    PART("役割", "part", Shape.WORDS),
    PLACE("住所・場所", "place", Shape.WORDS),
    PHONE("電話番号", "phone", Shape.PHONE),
    SUBSTITUTE_PHONE("代替拠点の電話番号", "substitutePhone", Shape.PHONE),
    MOBILE("携帯電話", "mobile", Shape.PHONE),
    MAIL("メール", "mail", Shape.MAIL),
    MOBILE_MAIL("携帯メール", "mobileMail", Shape.MAIL),
    FAX("FAX", "fax", Shape.PHONE),
    REMARK("備考", "remark", Shape.WORDS);

    private final String heading;
    private final String csv;
    private final Shape shape;

    OutsideField(String heading, String csv, Shape shape) {
        this.heading = heading;
        this.csv = csv;
        this.shape = shape;
    }

    private enum Shape {
        WORDS,
        PHONE,
        MAIL
    }

    /** As a person dials it: inside and abroad, with an extension after a hash. */
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9(][0-9() -]{4,24}(#[0-9]{1,6})?");

    private static final int LONGEST = 500;

    String heading() {
        return heading;
    }

    /** The name of its column in a CSV file. */
    String csv() {
        return csv;
    }

    boolean isNumberOrAddress() {
        return shape != Shape.WORDS;
    }

    /** As it is kept, from what people write in full width. */
    String plain(String written) {
        return switch (shape) {
            case WORDS -> Spoken.trimmed(written);
            case PHONE -> Spoken.narrow(written).replaceAll("[‐‑–—−ー]", "-");
            case MAIL -> ContactChannel.MAIL.plain(written);
        };
    }

    /** Whether it may be kept so; nothing is accepted everywhere. */
    boolean accepts(String plain) {
        if (plain.isEmpty()) {
            return true;
        }
        return switch (shape) {
            case WORDS -> plain.length() <= LONGEST;
            case PHONE -> DIALLED.matcher(plain).matches();
            case MAIL -> ContactChannel.MAIL.accepts(plain);
        };
    }

    /** Why it is not accepted, without what was written. */
    String problem() {
        return switch (shape) {
            case WORDS -> "長すぎます(%d文字まで)".formatted(LONGEST);
            case PHONE -> "電話番号ではありません";
            case MAIL -> "メールアドレスではありません";
        };
    }

    String remedy() {
        return switch (shape) {
            case WORDS -> "短くしてください";
            case PHONE -> "「03-0000-0000」や「03-0000-0000#123」(内線)のように一つだけ入れてください。二つ目は行を足して入れます";
            case MAIL -> ContactChannel.MAIL.remedy();
        };
    }
}
