package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.people.contact.DoubtfulContact;
import org.keizoku.plan.Approval;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanTakenIntoUse;
import org.keizoku.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;

class NextWayTest extends NoticeHouse {

    private static final String FIRST = "+819000000002";
    private static final String SECOND = "+819000000022";
    private static final Duration REPORT_WITHIN = Duration.ofMinutes(10);

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private NextWay nextWay;

    @Autowired
    private Outbox outbox;

    @Autowired
    private UnreachedPeople unreached;

    @Autowired
    private Contacts contacts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Plans plans;

    @Autowired
    private ApplicationEventPublisher events;

    @Value("${keizoku.people.contacts}")
    private Path file;

    private String fileBefore;

    @BeforeEach
    void a_second_number() throws IOException {
        fileBefore = Files.readString(file);
        // Taken tonight: a contact that came after the notice was planned is not put in doubt by it.
        take(fileBefore.replace(FIRST, "+819000000009"));
        jdbc.sql("update notice set passed_on_at = changed_at where passed_on_at is null")
                .update();
        take(fileBefore + "%s,SMS,%s\n".formatted(SMS_ONLY, SECOND));
        fittings.facts.clear();
    }

    @AfterEach
    void as_it_was() throws IOException {
        take(fileBefore.replace(FIRST, "+819000000009"));
        take(fileBefore);
    }

    @Test
    void where_the_plan_goes_one_by_one_each_way_has_its_time_even_mail_that_was_taken() {
        runsAPlanWith("{events: [epidemic], channels: [mail, sms], atOnce: false, nextAfter: PT3M}");
        assertThat(notices.plan(order("one-by-one", BOTH))).isEqualTo(1);
        dispatch();
        assertThat(SMS.taken).isEmpty();

        at(NIGHT.plus(Duration.ofMinutes(3)).minusSeconds(1));
        nextWay.lost().forEach(nextWay::follow);
        assertThat(notices.of(activation)).hasSize(1);

        at(NIGHT.plus(Duration.ofMinutes(3)));
        nextWay.lost().forEach(nextWay::follow);
        dispatch();
        assertThat(SMS.taken).singleElement().satisfies(sms -> assertThat(sms).containsEntry("To", "+819000000001"));
    }

    private void runsAPlanWith(String policy) {
        String before = plans.text(plans.inForceVersion());
        var byTest = new Approval("system", "起動時", clock.instant(), "");
        long version = plans.takeIntoUse(before + "\nnotices: [" + policy + "]\n", byTest);
        plans.takeIntoUse(before + "# " + activation + "\n", byTest);
        jdbc.sql("update activation set event_type = 'epidemic', plan_version = ? where number = ?")
                .params(version, activation.value())
                .update();
    }

    @Test
    void an_undelivered_message_goes_by_the_next_number_within_10_seconds_and_once() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30003");
        passes(Duration.ofSeconds(10));
        dispatch();
        assertThat(SMS.posts).containsExactly(FIRST, SECOND);

        report(FIRST, "undelivered", "30003");
        passes(Duration.ofMinutes(5));
        dispatch();
        assertThat(SMS.posts).hasSize(2);
        assertThat(states()).containsExactly(NoticeState.UNDELIVERED, NoticeState.ACCEPTED);
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-undelivered", "notice-next-way");
        assertThat(fittings.facts.get(1).told())
                .contains("{joho2}", "不達 30003", "SMS2")
                .doesNotContain("8190");
        assertThat(phoneTasks()).isEmpty();
    }

    @Test
    void without_a_report_for_10_minutes_it_goes_by_the_next_number_and_a_late_report_still_counts() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "sent", null);
        passes(REPORT_WITHIN.minusSeconds(1));
        dispatch();
        assertThat(SMS.posts).containsExactly(FIRST);
        assertThat(states()).containsExactly(NoticeState.SENT);

        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(SMS.posts).containsExactly(FIRST, SECOND);
        assertThat(states()).containsExactly(NoticeState.EXPIRED, NoticeState.ACCEPTED);

        report(FIRST, "sent", null);
        assertThat(states().get(0)).isEqualTo(NoticeState.EXPIRED);
        report(FIRST, "delivered", null);
        assertThat(states().get(0)).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void what_was_delivered_needs_no_other_way() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "delivered", null);
        passes(Duration.ofHours(2));
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST);
    }

    @Test
    void a_mail_has_no_report_and_does_not_expire() {
        plan(MAIL_ONLY);
        dispatch();
        passes(Duration.ofHours(2));
        dispatch();

        assertThat(states()).containsExactly(NoticeState.ACCEPTED);
        assertThat(unreached.of(activation)).isEmpty();
    }

    @Test
    void a_refused_number_is_left_for_the_next() {
        SMS.refuseNext(400, 21614);
        plan(SMS_ONLY);
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST, SECOND);
        assertThat(contacts.doubtful())
                .extracting(DoubtfulContact::person, DoubtfulContact::channel, DoubtfulContact::position)
                .contains(tuple(SMS_ONLY, ContactChannel.SMS, 0));
    }

    @Test
    void a_provider_that_takes_nothing_for_10_minutes_is_not_waited_for() {
        for (int n = 0; n < 20; n++) {
            SMS.refuseNext(503, 20503);
        }
        plan(SMS_ONLY);
        for (int minute = 0; minute <= 10; minute++) {
            dispatch();
            passes(Duration.ofMinutes(1));
        }

        assertThat(SMS.posts).contains(SECOND);
        assertThat(states()).containsExactly(NoticeState.PLANNED, NoticeState.PLANNED);
    }

    @Test
    void who_has_answered_gets_no_more() {
        plan(SMS_ONLY);
        dispatch();
        notices.cancelRound(activation, "information", SMS_ONLY);
        report(FIRST, "undelivered", "30003");
        passes(Duration.ofHours(1));
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST);
        assertThat(unreached.of(activation)).isEmpty();
    }

    @Test
    void who_answers_at_the_moment_of_the_failure_gets_no_more() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30003");
        var lost = nextWay.lost().get(0);
        CompletableFuture<Void> following = transaction.execute(answering -> {
            notices.cancelRound(activation, "information", SMS_ONLY);
            var begun = CompletableFuture.runAsync(() -> nextWay.follow(lost));
            somebodyWaits();
            return begun;
        });
        following.join();

        assertThat(notices.of(activation)).hasSize(1);
    }

    @Test
    void who_answers_just_after_the_next_way_was_planned_gets_none_of_it() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30003");
        var lost = nextWay.lost().get(0);
        CompletableFuture<Void> answering = transaction.execute(following -> {
            nextWay.follow(lost);
            var begun = CompletableFuture.runAsync(() -> notices.cancelRound(activation, "information", SMS_ONLY));
            somebodyWaits();
            return begun;
        });
        answering.join();
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST);
        assertThat(states()).containsExactly(NoticeState.UNDELIVERED, NoticeState.SKIPPED);
    }

    @Test
    void two_nodes_that_see_the_same_failure_follow_it_up_once() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30003");
        var lost = nextWay.lost().get(0);
        nextWay.follow(lost);
        nextWay.follow(lost);

        assertThat(notices.of(activation)).hasSize(2);
    }

    @Test
    void after_the_last_way_the_leader_is_asked_to_telephone_once_with_the_reasons() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30003");
        dispatch();
        report(SECOND, "failed", "30006");
        dispatch();
        dispatch();

        assertThat(phoneTasks()).singleElement().satisfies(task -> assertThat(namesOn(task))
                .isEqualTo("- 見本 二葉:緊急連絡(SMS 不達 30003 端末に届かない(電源オフ・圏外など)、SMS2 失敗 30006 SMSを受けられない番号)"
                        .replace("見本 二葉", plans.inForce().person(SMS_ONLY).name())));
        assertThat(tasks.getIdentityLinksForTask(phoneTasks().get(0).getId()))
                .extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("team-leader", "team-leader-deputy-1", "team-leader-deputy-2");
    }

    @Test
    void who_may_have_it_by_mail_is_not_on_the_telephone_list() {
        plan(BOTH);
        dispatch();
        report("+819000000001", "undelivered", "30003");
        dispatch();

        assertThat(unreached.of(activation)).isEmpty();
        assertThat(phoneTasks()).isEmpty();
    }

    @Test
    void who_has_no_contact_is_on_the_list_and_the_next_joins_them_until_somebody_takes_it() {
        plan(NO_CONTACT);
        dispatch();
        plan(new PersonId("shukan"));
        dispatch();
        assertThat(phoneTasks())
                .singleElement()
                .satisfies(task ->
                        assertThat(namesOn(task).lines()).hasSize(2).allMatch(line -> line.endsWith("(連絡先なし)")));

        tasks.setAssignee(phoneTasks().get(0).getId(), "shukan");
        notices.plan(order("another", NO_CONTACT));
        dispatch();
        assertThat(phoneTasks()).hasSize(2);
    }

    @Test
    void an_answer_takes_a_person_off_the_list() {
        plan(NO_CONTACT);
        dispatch();
        assertThat(unreached.of(activation)).extracting(Unreached::person).containsExactly(NO_CONTACT);
        notices.cancelRound(activation, "information", NO_CONTACT);

        assertThat(unreached.of(activation)).isEmpty();
    }

    @Test
    void a_number_in_doubt_is_tried_last_and_is_proved_by_a_delivery() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30005");
        dispatch();
        assertThat(contacts.of(SMS_ONLY))
                .extracting(contact -> contact.address())
                .containsExactly(SECOND, FIRST);

        notices.plan(order("another", SMS_ONLY));
        dispatch();
        assertThat(SMS.posts).containsExactly(FIRST, SECOND, SECOND);
        report(FIRST, "delivered", null);
        assertThat(contacts.doubtful())
                .as("the failure counts more")
                .extracting(DoubtfulContact::person)
                .contains(SMS_ONLY);
        deliver("another", SECOND);
        assertThat(jdbc.sql("select proved_at is not null from contact where person_id = 'joho2' and position = 1")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_number_is_in_doubt_also_where_the_report_comes_late() {
        plan(SMS_ONLY);
        dispatch();
        passes(REPORT_WITHIN);
        dispatch();
        assertThat(contacts.doubtful()).extracting(DoubtfulContact::person).doesNotContain(SMS_ONLY);
        report(FIRST, "undelivered", "30005");

        assertThat(contacts.doubtful()).extracting(DoubtfulContact::person).contains(SMS_ONLY);
    }

    @Test
    void what_the_carrier_takes_for_spam_puts_no_number_in_doubt() {
        plan(SMS_ONLY);
        dispatch();
        report(FIRST, "undelivered", "30007");
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST, SECOND);
        assertThat(contacts.doubtful()).extracting(DoubtfulContact::person).doesNotContain(SMS_ONLY);
    }

    @Test
    void a_mail_that_is_taken_after_all_takes_its_reader_off_the_list() {
        plan(MAIL_ONLY);
        var handOver = transaction
                .execute(begin -> leases.begin(channel(MailChannel.class), 1))
                .get(0);
        passes(REPORT_WITHIN);
        nextWay.lost().forEach(nextWay::follow);
        assertThat(unreached.of(activation))
                .extracting(Unreached::person, Unreached::why)
                .containsExactly(tuple(MAIL_ONLY, "メール 引渡し中"));
        outbox.accepted(handOver, handOver.messageId().orElseThrow());

        assertThat(unreached.of(activation)).isEmpty();
    }

    @Test
    void what_is_about_no_activation_goes_by_the_next_way_and_is_on_nobodys_telephone_list() {
        notices.plan(new NoticeOrder(
                null, "plan/trial", 0, SMS_ONLY, Urgency.INFORMATION, "計画", "計画の案があります。", Optional.empty()));
        dispatch();
        report(FIRST, "undelivered", "30003");
        dispatch();
        report(SECOND, "undelivered", "30003");
        dispatch();

        assertThat(SMS.posts).containsExactly(FIRST, SECOND);
        assertThat(fittings.facts)
                .extracting(Fact::kind)
                .containsExactly("notice-undelivered", "notice-next-way", "notice-undelivered");
        assertThat(jdbc.sql("select count(*) from notice where activation_number is null and passed_on_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void plan(PersonId to) {
        notices.plan(order("information", to));
    }

    private NoticeOrder order(String step, PersonId to) {
        return new NoticeOrder(activation, step, 0, to, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty());
    }

    /** The provider reports on the first message that went to the number. */
    private void report(String number, String status, String code) {
        var messages = SMS.taken.stream()
                .filter(sms -> sms.get("To").equals(number))
                .map(sms -> sms.get("sid"))
                .toList();
        deliveries.reported(messages.get(messages.size() - 1), status, code);
    }

    private void deliver(String step, String number) {
        String sid = jdbc.sql("select provider_id from notice where activation_number = :a and step = :step")
                .param("a", activation.value())
                .param("step", step)
                .query(String.class)
                .single();
        assertThat(SMS.taken)
                .filteredOn(sms -> sid.equals(sms.get("sid")))
                .extracting(sms -> sms.get("To"))
                .containsExactly(number);
        deliveries.reported(sid, "delivered", null);
    }

    private List<NoticeState> states() {
        return notices.of(activation).stream().map(NoticeView::state).toList();
    }

    private List<Task> phoneTasks() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(activation.value())
                .taskDefinitionKey("Task_PhoneUnreached")
                .list();
    }

    private String namesOn(Task task) {
        return (String) runtime.getVariable(task.getProcessInstanceId(), "unreachedNames");
    }

    private void somebodyWaits() {
        await().until(() -> CompletableFuture.supplyAsync(() -> jdbc.sql(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Integer.class)
                                .single())
                        .join()
                > 0);
    }

    private void take(String contactFile) throws IOException {
        Files.writeString(file, contactFile);
        events.publishEvent(new PlanTakenIntoUse(plans.inForce()));
    }
}
