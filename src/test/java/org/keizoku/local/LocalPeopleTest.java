package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

class LocalPeopleTest {

    @Test
    void everybody_of_the_sample_plan_is_reached_first_by_sms_then_by_mail_and_nobody_else_is(@TempDir Path folder)
            throws Exception {
        List<String> lines =
                Files.readAllLines(LocalPeople.ofPlan("sample-city").contactsIn(folder));

        assertThat(lines.get(0)).isEqualTo("person,channel,address");
        assertThat(lines).hasSize(1 + 2 * peopleOfThePlan().size()).doesNotHaveDuplicates();
        for (String person : peopleOfThePlan()) {
            List<String> contacts =
                    lines.stream().filter(line -> line.startsWith(person + ",")).toList();
            assertThat(contacts).hasSize(2);
            assertThat(contacts.get(0)).matches(".*,SMS,\\+81900000\\d{4}");
            assertThat(contacts.get(1)).isEqualTo("%s,MAIL,%s@city.example.jp".formatted(person, person));
        }
    }

    @Test
    void the_password_is_made_once_and_has_no_look_alikes() throws Exception {
        var folder = Files.createTempDirectory("keizoku");
        String password = LocalSecret.in(folder.resolve("password"), LocalSecret::easyToType);

        assertThat(password).matches("([a-z2-9]{4}-){2}[a-z2-9]{4}").doesNotContain("i", "l", "o", "0", "1");
        assertThat(LocalSecret.in(folder.resolve("password"), LocalSecret::easyToType))
                .isEqualTo(password);
        Files.delete(folder.resolve("password"));
        Files.delete(folder);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> peopleOfThePlan() throws Exception {
        try (var plan = new ClassPathResource("plans/sample-city/plan.yaml").getInputStream()) {
            var people = (List<Map<String, Object>>)
                    new Yaml().<Map<String, Object>>load(plan).get("people");
            return people.stream().map(person -> (String) person.get("id")).collect(Collectors.toSet());
        }
    }
}
