package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.Spin;
import org.keizoku.approval.DecisionModel;
import org.keizoku.local.Mail;
import org.keizoku.local.Sms;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.platform.web.OutsidePort;
import org.keizoku.testing.Night;
import org.keizoku.testing.StandIns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample city on a test's night: what its people get on their phones, and what they do from there. */
@TestComponent
@Lazy
public class City implements Night.Settling {

    private static final Pattern LINK = Pattern.compile("http://outside\\.example(/a/\\S+)");

    private final Night night;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Contacts contacts;
    private final Plans plans;
    private final JdbcClient jdbc;
    private final OutsidePort outside;
    private final int inside;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    City(
            Night night,
            TaskService tasks,
            RuntimeService runtime,
            Contacts contacts,
            Plans plans,
            JdbcClient jdbc,
            OutsidePort outside,
            @Value("${local.server.port}") int inside) {
        this.night = night;
        this.tasks = tasks;
        this.runtime = runtime;
        this.contacts = contacts;
        this.plans = plans;
        this.jdbc = jdbc;
        this.outside = outside;
        this.inside = inside;
    }

    /** Enters an earthquake through the API, as a monitoring program would, and returns the activation's number. */
    public String earthquake(String intensity, String occurredAt) {
        return reported("""
                {"eventType": "earthquake", "intensity": "%s", "occurredAt": "%s"}"""
                .formatted(intensity, occurredAt));
    }

    /** Enters any event through the API, and returns the activation's number. */
    public String reported(String body) {
        var answer = report(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Spin.JSON(answer.body()).prop("number").stringValue();
    }

    /** Posts any body to the API under the operator's name. */
    public HttpResponse<String> report(String body) {
        return reportAs("unyo", body);
    }

    public HttpResponse<String> reportAs(String person, String body) {
        String login =
                Base64.getEncoder().encodeToString((person + ":test-only-word").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:%d/api/activations".formatted(inside)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The latest SMS to the person that has these words, once everything that was due has been handed over. */
    public String sms(String person, String words) {
        List<String> found = texts(person, words).toList();
        assertThat(found).as("SMS to %s with «%s»", person, words).isNotEmpty();
        return found.get(found.size() - 1);
    }

    public long smsCount(String person, String words) {
        return texts(person, words).count();
    }

    /** The latest mail to the person that has these words. */
    public String mail(String person, String words) {
        everythingIsHandedOver();
        String address = address(person, ContactChannel.MAIL);
        List<String> found = StandIns.MAIL.received().stream()
                .filter(mail -> mail.to().equals(address))
                .map(Mail::body)
                .filter(body -> body.contains(words))
                .toList();
        assertThat(found).as("mail to %s with «%s»", person, words).isNotEmpty();
        return found.get(found.size() - 1);
    }

    /** The person opens the link of their latest SMS on the outside port and taps. */
    public void answers(String person, String tap, String values) {
        Matcher link = LINK.matcher(sms(person, "安否と参集"));
        assertThat(link.find()).isTrue();
        String page = "http://localhost:%d%s".formatted(outside.number(), link.group(1));
        assertThat(send(HttpRequest.newBuilder(URI.create(page)).GET()).body()).contains("無事");
        var answered = send(HttpRequest.newBuilder(URI.create(page + "/" + tap))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(values)));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        assertThat(send(HttpRequest.newBuilder(URI.create(page)).GET()).body()).contains("回答");
    }

    /** The person takes the open decision and makes it. */
    public void decides(String person, String activation, String outcome, String reason) {
        night.claimAndComplete(
                person,
                activation,
                DecisionModel.DECIDE,
                Entered.entered("decisionOutcome", outcome, "decisionReason", reason));
    }

    /** The person starts a process with its start form, as in Tasklist. */
    public void starts(String person, String process, Map<String, Object> form) {
        night.as(person, () -> {
            runtime.startProcessInstanceByKey(process, form);
        });
    }

    /** The persons that got an SMS with these words. */
    public Set<String> whoGotSms(String words) {
        everythingIsHandedOver();
        return StandIns.TWILIO.received().stream()
                .filter(sms -> sms.body().contains(words))
                .map(sms -> personAt(sms.to()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the step's task is offered to the person. */
    public boolean mayClaim(String person, String activation, String step) {
        return night.as(person, () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(activation)
                        .taskDefinitionKey(step)
                        .taskCandidateUser(person)
                        .count())
                > 0;
    }

    /** What the person reads on the form of the one open task of this step. */
    public String form(String person, String activation, String step, String variable) {
        String task = night.task(activation, step).getId();
        return night.as(person, () -> (String) tasks.getVariable(task, variable));
    }

    public Object json(List<String> values) {
        return Spin.JSON(values);
    }

    /** The ledger's sentences of the activation, in order. */
    public List<String> told(String activation) {
        return jdbc.sql("select told from ledger_entry where activation_number = ? order by id")
                .param(activation)
                .query(String.class)
                .list();
    }

    /** In which capacity somebody acted, as the entry with this sentence has it; null where it says none. */
    public String capacity(String activation, String told) {
        return jdbc.sql("select capacity from ledger_entry where activation_number = ? and told = ?")
                .params(activation, told)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** The values that entries of this kind carry, as they are kept. */
    public List<String> values(String activation, String kind) {
        return jdbc.sql(
                        "select facts from ledger_entry join ledger_facts on entry_id = id where activation_number = ? and kind = ? order by id")
                .params(activation, kind)
                .query(String.class)
                .list();
    }

    /** How many processes of the activation still run. */
    public long runningProcesses(String activation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(activation)
                .count();
    }

    private Stream<String> texts(String person, String words) {
        everythingIsHandedOver();
        return StandIns.TWILIO.receivedBy(address(person, ContactChannel.SMS)).stream()
                .map(Sms::body)
                .filter(body -> body.contains(words));
    }

    @Override
    public void settle() {
        everythingIsHandedOver();
    }

    /** The dispatcher works in real time beside the test; what is due now has left when nothing of it is planned or in hand. */
    private void everythingIsHandedOver() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql(
                                        "select count(*) from notice where state in ('PLANNED', 'HANDING_OVER') and due_at <= ?")
                                .param(Timestamp.from(night.now()))
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private String personAt(String number) {
        return plans.inForce().people().stream()
                .map(person -> person.id().value())
                .filter(person -> address(person, ContactChannel.SMS).equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String address(String person, ContactChannel channel) {
        return contacts.of(new PersonId(person)).stream()
                .filter(contact -> contact.channel() == channel)
                .findFirst()
                .orElseThrow()
                .address();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
