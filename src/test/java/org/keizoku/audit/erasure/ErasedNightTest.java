package org.keizoku.audit.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Entries;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.scenario.City;
import org.keizoku.scenario.Everybody;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A night in which the same words are typed into every field that takes any text, erased when it is over. */
@KeizokuTest
class ErasedNightTest {

    private static final String WORDS = "山田花子の膝の具合";
    private static final String NUMBERED = "\\u5c71\\u7530\\u82b1\\u5b50\\u306e\\u819d\\u306e\\u5177\\u5408";
    /** How the raw body of a signal bears it, whatever stands before each number. */
    private static final String RAW = "u5c71";

    private static final Pattern TASK =
            Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*camunda:formRef=\"([\\w-]+)\"");

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    TaskService tasks;

    @Autowired
    Entries entries;

    @Autowired
    Environment environment;

    private final Set<String> fields = new TreeSet<>();

    @Test
    void what_was_typed_at_every_door_is_gone_from_every_column_and_the_record_still_verifies() throws Exception {
        String number = city.reported(
                """
                {"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "2026-01-15T23:46:11+09:00", "situation": "%s"}"""
                        .formatted(NUMBERED));
        city.answers("joho1", "safety", "value=SAFE");
        city.answers("joho1", "elsewhere", "place=" + URLEncoder.encode(WORDS, UTF_8));
        try (var owner = owner()) {
            assertThat(new Erasure(owner, demand()).hindrances())
                    .containsExactly(number + " は進行中で、この値を使う。終わってから消去すること");
            owner.rollback();
            everybody.worksUntilClosedAlsoTyping(number, List.of("mail"), this::typed);
            assertThat(fields)
                    .contains(
                            "damagePlace",
                            "siteNotes",
                            "recoveryPolicy",
                            "workDone",
                            "reportRemarks",
                            "reviewFindings");

            var everywhere = new EveryTable(owner);
            assertThat(everywhere.with(WORDS, RAW))
                    .contains(
                            "act_hi_varinst.text_",
                            "act_hi_detail.text_",
                            "act_hi_comment.message_",
                            "act_hi_comment.full_msg_",
                            "activation.facts",
                            "answer.place",
                            "damage_sheet.place",
                            "site_survey.notes",
                            "decision.reason",
                            "headquarters_report.remarks",
                            "after_action_record.findings",
                            "ledger_facts.facts")
                    .contains("ledger_facts.facts (2)");

            var erasure = new Erasure(owner, demand());
            assertThat(erasure.hindrances()).isEmpty();
            assertThat(erasure.carryOut(night.now())).isTrue();

            assertThat(everywhere.with(WORDS, RAW)).isEmpty();
            assertThat(found(owner, number)).isEmpty();
            owner.commit();
        }
        assertThat(entries.of(new ActivationNumber(number)))
                .extracting(entry -> entry.values().toString())
                .contains("{値=消去済み}");
    }

    /** Whatever a form asks for in words, with a word of the form's own behind it. */
    private Map<String, Object> typed(Task task) {
        night.asNobody(() -> tasks.createComment(task.getId(), task.getProcessInstanceId(), WORDS + " コメント"));
        Map<String, Object> typed = new LinkedHashMap<>();
        for (String key : textFields(formOf(task.getTaskDefinitionKey()))) {
            typed.put(key, "%s(%s)".formatted(WORDS, key));
            fields.add(key);
        }
        return typed;
    }

    private static String formOf(String step) {
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> TASK.matcher(read(file)).results())
                    .filter(found -> found.group(1).equals(step))
                    .findFirst()
                    .orElseThrow()
                    .group(2);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> textFields(String form) {
        try {
            Set<String> keys = new TreeSet<>();
            JsonNode components = new ObjectMapper()
                    .readTree(read(Path.of("forms", form + ".form")))
                    .path("components");
            components.forEach(field -> {
                if (Set.of("textfield", "textarea").contains(field.path("type").asText())) {
                    keys.add(field.path("key").asText());
                }
            });
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> found(Connection connection, String number) throws SQLException {
        var terms = new Terms(Optional.of(number), Set.of(), Map.of(), Duration.ofDays(3650), night.now(), () -> false);
        return new Verification(connection, terms)
                .run().findings().stream().map(String::valueOf).toList();
    }

    private static Demand demand() {
        return new Demand(
                List.of(WORDS), List.of(), Optional.empty(), List.of(), List.of(), List.of(), "unyo", "本人の求め");
    }

    private Connection owner() throws SQLException {
        var owner = DriverManager.getConnection(
                environment.getProperty("KEIZOKU_DB_URL"),
                EmbeddedDatabase.OWNER,
                environment.getProperty("KEIZOKU_DB_OWNER_PASSWORD"));
        owner.setAutoCommit(false);
        return owner;
    }
}
