package org.keizoku.people.contact;

import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** A way to reach a person, with the shape that its addresses have. */
public enum ContactChannel {
    /** A mobile number in E.164, for example +81 and nine or ten digits. */
    SMS("SMS", "\\+[1-9]\\d{6,14}", "a number with + and country code (E.164)"),
    /** One plain mail address. */
    MAIL("メール", "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+", "a mail address");

    private final String label;
    private final Pattern shape;
    private final String shapeInWords;

    ContactChannel(String label, String shape, String shapeInWords) {
        this.label = label;
        this.shape = Pattern.compile(shape);
        this.shapeInWords = shapeInWords;
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
}
