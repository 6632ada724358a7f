package org.keizoku.people.contact;

import java.util.EnumMap;
import java.util.Map;

/**
 * One contact point of a vendor or an organisation; it does not print its values, so that no log line can.
 *
 * @param position 0 for the one that is tried first
 * @param point what it is called in the plan, for example 代替連絡先
 * @param values what is known of it; what is not known is not there
 */
record OutsideContact(OutsideOwner owner, int position, String point, Map<OutsideField, String> values) {

    OutsideContact {
        Map<OutsideField, String> known = new EnumMap<>(OutsideField.class);
        values.forEach((field, value) -> {
            if (!value.isEmpty()) {
                known.put(field, value);
            }
        });
        values = known;
    }

    String value(OutsideField field) {
        return values.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "OutsideContact[%s %d ***]".formatted(owner, position);
    }
}
