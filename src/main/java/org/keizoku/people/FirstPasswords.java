package org.keizoku.people;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** The passwords that new accounts begin with: an own one for each person, noted in a file for the person who hands them out. */
@Component
class FirstPasswords {

    /** No 0 and o, no 1, i and l: it is read from paper and typed on a phone. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final PeopleSettings settings;
    private final PasswordSheet sheet;

    FirstPasswords(PeopleSettings settings, PasswordSheet sheet) {
        this.settings = settings;
        this.sheet = sheet;
    }

    Map<PersonId, String> of(List<Person> joining) {
        Map<PersonId, String> passwords = new LinkedHashMap<>();
        joining.forEach(person -> passwords.put(person.id(), settings.isTryOut() ? settings.initialPassword() : own()));
        if (!settings.isTryOut() && !joining.isEmpty()) {
            // Before the accounts are committed: a line too many does no harm, an account whose password nobody knows
            // does.
            sheet.append(joining, passwords);
        }
        return passwords;
    }

    private String own() {
        return IntStream.range(0, 3).mapToObj(group -> four()).collect(joining("-"));
    }

    private String four() {
        return random.ints(4, 0, LETTERS.length())
                .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                .collect(joining());
    }
}
