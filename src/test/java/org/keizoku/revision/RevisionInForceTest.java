package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.people.Standing;
import org.keizoku.plan.Approval;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An approved version of the plan: when it comes into force, what it does not touch, and who has to confirm it. The night is that of 2026-01-16, 02:14. */
@KeizokuTest
@Import(Editors.class)
class RevisionInForceTest {

    private static final String DEPUTIES_OF_THE_CIO = "(holders: \\[ict-bucho\\]\\s+deputies: )\\[[^\\]]*\\]";

    @Autowired
    Editors editors;

    @Autowired
    ManualIssues manuals;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Plans plans;

    @Autowired
    Activations activations;

    @Autowired
    Standing standing;

    @Autowired
    TaskService tasks;

    @Autowired
    Confirmations confirmations;

    @AfterEach
    void nothing_stays_open() {
        editors.leaveNothingOpen();
    }

    @Test
    void an_approved_version_comes_into_force_on_the_minute_and_roles_follow() {
        String version = editors.nextVersion();
        String text = editors.next(RevisionInForceTest::withTheOtherDeputyFirst);
        String first = text.contains("deputies: [kikaku-kacho, somu-bucho]") ? "kikaku-kacho" : "somu-bucho";
        long number = editors.proposes("joho1", text);
        assertThat(city.sms("ict-bucho", "計画の改訂案%d".formatted(number))).contains("最高情報統括責任者", "/t/");
        assertThat(city.smsCount("somu-bucho", "計画の改訂案%d".formatted(number))).isZero();
        assertThat(night.as(
                        "ict-bucho",
                        () -> tasks.getVariable(editors.approval(number).getId(), "revisionBriefing")))
                .asString()
                .contains("代行者を変更: 最高情報統括責任者(cio)", "版" + version, "年次の見直し");

        editors.approves("ict-bucho", number, "2026-01-20T09:00+09:00");

        night.passes(Duration.ofMinutes((4 * 24 + 6) * 60 + 45));
        assertThat(editors.state(number)).isEqualTo("APPROVED");
        assertThat(plans.inForce().version()).isNotEqualTo(version);
        night.passes(Duration.ofMinutes(1));
        assertThat(editors.state(number)).isEqualTo("IN_FORCE");
        assertThat(plans.inForce().version()).isEqualTo(version);
        assertThat(standing.groupsOf(new PersonId(first))).contains("cio-deputy-1");
        assertThat(plans.history().get(0)).satisfies(issue -> {
            assertThat(issue.version()).isEqualTo(version);
            assertThat(issue.approval().by()).isEqualTo("ict-bucho");
            assertThat(issue.approval().capacity()).isEqualTo("最高情報統括責任者");
            assertThat(issue.approval().reason()).isEqualTo("年次の見直し");
            assertThat(issue.changes()).singleElement().asString().contains("代行者を変更");
            assertThat(issue.diff()).contains("+version: '%s'".formatted(version));
        });
        assertThat(editors.told(number))
                .containsSubsequence(
                        "計画の改訂案%dを提案".formatted(number),
                        "計画の改訂案%d(版%s)を承認".formatted(number, version),
                        "計画(版%s)を施行".formatted(version));
    }

    @Test
    void a_late_timer_brings_the_version_into_force_all_the_same() {
        long number = editors.proposes("joho1", editors.next());
        editors.approves("ict-bucho", number, "2026-01-17T00:00+09:00");

        night.freezeAt(Night.FALLS.plus(Duration.ofDays(3)));
        night.runDueJobs();

        assertThat(editors.state(number)).isEqualTo("IN_FORCE");
    }

    @Test
    void without_a_moment_it_comes_into_force_at_once_and_a_moment_in_the_past_is_refused() {
        long number = editors.proposes("joho1", editors.next());
        assertThatThrownBy(() -> editors.approves("ict-bucho", number, "2026-01-16T02:13+09:00"))
                .hasMessageContaining("施行日時が過去");

        night.as(
                "ict-bucho",
                () -> tasks.complete(editors.approval(number).getId(), Map.of("revisionOutcome", "approve")));
        night.runDueJobs();

        assertThat(editors.state(number)).isEqualTo("IN_FORCE");
    }

    @Test
    void where_another_version_has_come_into_force_meanwhile_it_is_not_brought_into_force() {
        long number = editors.proposes("joho1", editors.next());
        editors.approves("ict-bucho", number, "2026-01-17T00:00+09:00");
        plans.takeIntoUse(
                editors.next(text -> text + "# 起動時に置き換えた計画\n"), new Approval("system", "起動時", night.now(), ""));
        long other = plans.inForceVersion();

        night.passes(Duration.ofDays(1));

        assertThat(editors.state(number)).isEqualTo("SUPERSEDED");
        assertThat(plans.inForceVersion()).isEqualTo(other);
        assertThat(city.sms("joho1", "改訂案%dは施行されません".formatted(number))).contains("出し直して");
        assertThat(editors.running(number)).isZero();
    }

    @Test
    void manuals_alone_are_approved_by_who_approves_manuals_and_listed_with_what_is_new() {
        String manual = "title: 公開WebサーバとCMS 操作手順書, kind: manual,";
        long number = editors.proposes(
                "joho1", editors.next(text -> text.replace(manual, manual + " version: '2', changes: 切替えの手順を加えた,")));
        assertThat(city.sms("shukan", "マニュアルの改訂案%d".formatted(number))).contains("情報システム班 班長", "/t/");
        assertThat(city.smsCount("ict-bucho", "改訂案%d".formatted(number))).isZero();
        assertThat(editors.isOffered(number, "ict-bucho")).isFalse();

        editors.approves("shukan", number, "");
        night.runDueJobs();

        assertThat(editors.state(number)).isEqualTo("IN_FORCE");
        assertThat(manuals.all("sample-city"))
                .filteredOn(issue -> issue.revision() == number)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.manual()).isEqualTo("15 公開WebサーバとCMS 操作手順書");
                    assertThat(issue.version()).isEqualTo("2");
                    assertThat(issue.changes()).isEqualTo("切替えの手順を加えた");
                    assertThat(issue.approvedBy()).isEqualTo("shukan");
                    assertThat(issue.capacity()).isEqualTo("情報システム班 班長");
                    assertThat(issue.approvedAt()).isEqualTo(night.now());
                });
    }

    @Test
    void the_copy_at_home_is_handed_to_the_new_deputy() {
        long number = editors.bringsIntoForce(
                editors.next(text -> text.replaceFirst(DEPUTIES_OF_THE_CIO, "$1[somu-bucho, fukushicho]")));

        assertThat(city.sms("kikaku-kacho", "自宅で保管している")).contains("見本 副子", "速やかに引き継いで");
        assertThat(city.sms("fukushicho", "自宅で保管する")).contains("架空 代次", "受け取って");
        assertThat(editors.told(number)).anyMatch(told -> told.endsWith("{kikaku-kacho} → {fukushicho}"));
        editors.bringsIntoForce(
                editors.next(text -> text.replaceFirst(DEPUTIES_OF_THE_CIO, "$1[somu-bucho, kikaku-kacho]")));
    }

    @Test
    void a_table_that_was_put_beside_the_plan_since_the_start_counts_with_the_version_that_names_it() throws Exception {
        UnaryOperator<String> named = text -> text + "tables: {regime: watchful-regime}\n";
        assertThat(editors.state(editors.proposes("joho1", editors.next(named))))
                .isEqualTo("FAULTY");

        editors.puts(
                "watchful-regime.dmn",
                Files.readString(Path.of("processes/decisions/regime.dmn"))
                        .replace("id=\"regime\"", "id=\"watchful-regime\"")
                        .replace("\"automatic\"", "\"head-decides\""));
        editors.bringsIntoForce(editors.next(named));

        var number = new ActivationNumber(city.earthquake("7", "2026-01-16T01:03:00+09:00"));
        assertThat(activations.get(number).regime()).isEqualTo("head-decides");
        editors.bringsIntoForce(editors.next(text -> text.replace("tables: {regime: watchful-regime}\n", "")));
    }

    @Test
    void every_holder_is_told_and_when_all_have_confirmed_nobody_is_reminded() {
        long number = editors.bringsIntoForce(editors.next());
        var holders = confirmations.of(number).stream()
                .map(Confirmations.Confirmation::person)
                .toList();
        assertThat(holders).hasSameSizeAs(plans.inForce().people());
        assertThat(city.whoGotSms("計画の版%sを施行しました".formatted(plans.inForce().version())))
                .hasSameSizeAs(holders);

        holders.forEach(holder -> confirmations.confirm(number, holder));
        assertThat(editors.running(number)).isZero();
        confirmations.confirm(number, holders.get(0));
        night.passes(Duration.ofDays(15));

        assertThat(city.smsCount("shukan", "確認していない")).isZero();
        assertThatThrownBy(() -> confirmations.confirm(number, new PersonId("nobody")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void when_the_deadline_passes_the_leader_is_told_who_has_not_confirmed() {
        long number = editors.bringsIntoForce(editors.next());
        confirmations.of(number).stream()
                .map(Confirmations.Confirmation::person)
                .filter(person -> !person.value().equals("koho"))
                .forEach(person -> confirmations.confirm(number, person));

        night.passes(Duration.ofDays(14).minusMinutes(1));
        assertThat(city.smsCount("shukan", "確認していない")).isZero();
        night.passes(Duration.ofMinutes(1));

        assertThat(city.sms("shukan", "確認していない")).contains("1名", "試作 広子");
        assertThat(editors.told(number)).anyMatch(told -> told.endsWith("確認していない保有者1名: {koho}"));
        confirmations.confirm(number, new PersonId("koho"));
        assertThat(confirmations.of(number)).noneMatch(one -> one.confirmedAt() == null);
    }

    @Test
    void an_activation_keeps_its_version_to_the_end_and_the_next_one_runs_the_new() {
        String before = plans.inForce().version();
        var running = new ActivationNumber(city.earthquake("6-lower", "2026-01-16T01:01:00+09:00"));

        editors.bringsIntoForce(editors.next(text -> text.replaceFirst("signWithin: PT\\d+M", "signWithin: PT59M")));

        assertThat(activations.planOf(running).version()).isEqualTo(before);
        assertThat(activations.planOf(running).reporting().signWithin()).isNotEqualTo(Duration.ofMinutes(59));
        var next = new ActivationNumber(city.earthquake("6-lower", "2026-01-16T01:02:00+09:00"));
        assertThat(activations.planOf(next).reporting().signWithin()).isEqualTo(Duration.ofMinutes(59));
        assertThat(activations.planOf(running).version()).isEqualTo(before);
    }

    @Test
    void the_integer_of_a_management_review_needs_its_approval() {
        editors.bringsIntoForce(editors.next(text -> text.replace("numbering: issue", "numbering: management-review")));
        String reviewed = new NextVersion(
                        plans.inForce().revision().numbering(), plans.inForce().version())
                .allowed()
                .get(1);

        editors.bringsIntoForce(editors.next());
        long number = editors.proposes("joho1", editors.numbered(reviewed, text -> text));
        assertThatThrownBy(() -> editors.approves("ict-bucho", number, "")).hasMessageContaining("マネジメントレビューで承認した版の番号");
        night.as(
                "ict-bucho",
                () -> tasks.complete(
                        editors.approval(number).getId(),
                        Map.of("revisionOutcome", "approve", "reviewApproved", true)));
        night.runDueJobs();

        assertThat(plans.inForce().version()).isEqualTo(reviewed).endsWith(".0");
        editors.bringsIntoForce(editors.next(text -> text.replace("numbering: management-review", "numbering: issue")));
    }

    private static String withTheOtherDeputyFirst(String text) {
        String one = "deputies: [somu-bucho, kikaku-kacho]";
        String other = "deputies: [kikaku-kacho, somu-bucho]";
        return text.contains(one) ? text.replace(one, other) : text.replace(other, one);
    }
}
