package org.keizoku.people.contact;

/** An address as a screen with onlookers shows it: enough of it to tell it from another by the list in one's hand. */
final class Masked {

    private Masked() {}

    static String of(Contact contact) {
        String address = contact.address();
        if (address.isEmpty()) {
            return "(読めません)";
        }
        return switch (contact.channel()) {
            case SMS -> "…" + address.substring(address.length() - 4);
            case MAIL -> address.charAt(0) + "…" + address.substring(address.lastIndexOf('@'));
        };
    }
}
