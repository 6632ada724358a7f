package org.keizoku.people.contact;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keizoku.platform.workbook.Spoken;
import org.springframework.util.StringUtils;

/** A way to reach a person, with the shape that its addresses have. */
public enum ContactChannel {
    /** A mobile number in E.164, for example +81 and nine or ten digits. */
    SMS(
            "SMS",
            "\\+[1-9]\\d{6,14}",
            "a number with + and country code (E.164)",
            "「090」などから始まる携帯電話の番号を、セルの表示形式を文字列にして入れてください") {
        @Override
        String plain(String written) {
            return Spoken.narrow(written)
                    .replaceFirst("^(\\+81)\\s*\\(0\\)", "$1")
                    .replaceAll("[\\s().\\-‐‑–—−ー]", "")
                    .replaceFirst("^0(?=[5-9]0\\d{8}$)", "+81");
        }

        @Override
        String problem(String address) {
            return address.matches("[789]0\\d{8}") ? "先頭の0が消えています" : "携帯電話の番号ではありません";
        }
    },
    /** One plain mail address. */
    MAIL(
            "メール",
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
            "a mail address",
            "メールアドレスを一つだけ入れてください。二つ目は行を足して入れます") {
        @Override
        String plain(String written) {
            return Spoken.narrow(written);
        }

        @Override
        String problem(String address) {
            return "メールアドレスではありません";
        }
    };

    private final String label;
    private final Pattern shape;
    private final String shapeInWords;
    private final String remedy;

    ContactChannel(String label, String shape, String shapeInWords, String remedy) {
        this.label = label;
        this.shape = Pattern.compile(shape);
        this.shapeInWords = shapeInWords;
        this.remedy = remedy;
    }

    /** The channel that people call so. */
    static Optional<ContactChannel> called(String words) {
        String key = Spoken.key(words);
        return Arrays.stream(values())
                .filter(channel ->
                        channel.label.equalsIgnoreCase(key) || channel.name().equalsIgnoreCase(key))
                .findFirst();
    }

    /** How people see it. */
    public String label() {
        return label;
    }

    /** How people see one address of it, counted from the second on. */
    public String label(int position) {
        return position == 0 ? label : label + (position + 1);
    }

    boolean accepts(String address) {
        return StringUtils.hasText(address)
                && address.length() <= 254
                && shape.matcher(address).matches();
    }

    String shapeInWords() {
        return shapeInWords;
    }

    /** The address as it is kept, from one as people write it: in full width, with hyphens, a Japanese number without country code. */
    abstract String plain(String written);

    /** Why the address is not accepted, without the address. */
    abstract String problem(String address);

    /** What to do about one that is not accepted. */
    String remedy() {
        return remedy;
    }
}
