package org.keizoku.people.contact;

import java.util.List;
import org.keizoku.plan.PersonId;

/** Contacts from memory: everybody whose name is p and a number has a mobile number and a mail address with that number. */
public final class InventedContacts extends Contacts {

    public InventedContacts() {
        super(null, null);
    }

    public static String mobile(int number) {
        return "+8190%08d".formatted(number);
    }

    public static String address(int number) {
        return "p%d@city.example".formatted(number);
    }

    @Override
    public List<Contact> of(PersonId person) {
        int number = Integer.parseInt(person.value().substring(1));
        return List.of(
                new Contact(ContactChannel.SMS, mobile(number), 0),
                new Contact(ContactChannel.MAIL, address(number), 0));
    }
}
