package org.keizoku.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.Decisions;
import org.keizoku.platform.web.OutsidePort;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.recovery.Recoveries;
import org.keizoku.scenario.City;
import org.keizoku.scenario.SurveyedNight;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A staff member's part in Japanese Tasklist, with the hands of one: entering the event, answering on a phone, taking, filling in and
 * completing tasks. The night stands still meanwhile; sessions and browsers go by real time, and nothing of Tasklist minds.
 */
@KeizokuTest
class StaffMemberInTasklistTest {

    private static final String COMPUTER_ROOM = "現地を調べる: 分庁舎1階電算室";
    private static final String BROADCAST_ROOM = "現地を調べる: 本庁舎2階放送室";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    OutsidePort outside;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Activations activations;

    @Autowired
    Decisions decisions;

    @Autowired
    Recoveries recoveries;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_leader_enters_an_earthquake_and_the_activation_runs() {
        Desk leader = Desk.of("shukan", BROWSER.person(port));
        assertThat(leader.page().getByText("タスクを作成")).isHidden();
        assertThat(leader.page().locator(".glyphicon-floppy-disk")).isHidden();
        assertThat(leader.page().locator(".new-sort")).isHidden();

        leader.page().getByText("手順を開始").click();
        Locator dialog = leader.page().locator(".modal-content");
        dialog.getByText("発動", new Locator.GetByTextOptions().setExact(true)).click();
        leader.selects("事象", "地震");
        leader.selects("震度", "6弱");
        leader.dates("発生日時", "01/15/2026", "21:03");
        leader.writes("状況", "電算室に入れない");
        Browser.picture(leader.page(), "start-activation");
        dialog.getByText("開始", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(leader.page().getByText("手順を開始しました")).isVisible();

        Activation opened = activations.all().stream()
                .filter(activation ->
                        activation.isOpen() && activation.openedBy().equals("shukan"))
                .findFirst()
                .orElseThrow();
        assertThat(opened.event().told()).contains("地震 震度6弱(1月15日 21:03発生)");
        assertThat(city.sms("joho1", opened.number().value())).contains("参集");
    }

    @Test
    void a_member_answers_the_call_with_two_taps_on_a_small_phone() {
        earthquakeAt("21:04");
        Page phone = BROWSER.smallPhone(outside.number());

        phone.navigate(path(city.sms("joho1", "安否と参集"), "/a/\\S+"));
        phone.getByText("無事", exact()).click();
        phone.getByText("1時間", exact()).click();

        assertThat(phone.locator("#given-safety")).hasText("安否:無事");
        assertThat(phone.locator("#given-coming")).hasText("参集:参集する(3:14ごろ着)");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        Browser.picture(phone, "answer");
    }

    @Test
    void the_head_follows_the_link_of_the_sms_through_the_login_and_decides() {
        String number = earthquakeAt("21:05");

        String link = path(city.sms("ict-bucho", "判断依頼"), "/t/\\S+");
        Desk head = Desk.of("ict-bucho", BROWSER.person(port), link);
        assertThat(head.page().locator("h2.task")).hasText("判断する: 指揮を開始し被害調査を指示するか");
        assertThat(head.page().locator(".fjs-form")).containsText("地震 震度6弱(1月15日 21:05発生)");
        head.claims();
        head.button("完了").click();
        assertThat(head.page().locator(".fjs-form-field-error")).hasText("入力が必要です。");
        head.chooses("判断", "指揮を執り、被害調査を指示する");
        Browser.picture(head.page(), "decision");
        head.completes();

        assertThat(decisions.of(new ActivationNumber(number))).singleElement().satisfies(made -> {
            assertThat(made.decidedBy()).isEqualTo("ict-bucho");
            assertThat(made.capacity()).isEqualTo("最高情報統括責任者");
        });
        assertThat(night.tasks(number, InitialResponseModel.SURVEY_SITE)).hasSize(4);
    }

    @Test
    void a_member_surveys_a_site_and_fills_in_the_damage_sheet() {
        String number = surveyOrdered("21:06");
        Desk member = Desk.of("joho1", BROWSER.person(port));

        assertThat(member.page()).hasURL(Pattern.compile("sorting=.*dueDate"));
        member.opens("自分の班のタスク", COMPUTER_ROOM);
        assertThat(member.tasks()).containsText(number);
        assertThat(member.page().locator(".fjs-form h3")).hasText("分庁舎1階電算室");
        member.claims();
        member.button("完了").click();
        assertThat(member.page().locator(".fjs-form-field-error").first()).hasText("入力が必要です。");
        assertThat(night.tasks(number, InitialResponseModel.SURVEY_SITE)).hasSize(4);
        member.chooses("長期に使えますか", "一部使える");
        member.chooses("建物への立入り", "あり");
        member.chooses("電力", "使えない");
        member.chooses("通信手段", "不明");
        member.writes("特記事項", "空調が停止");
        Browser.picture(member.page(), "survey");
        member.completes();
        assertThat(row("select * from site_survey where activation_number = ?", number))
                .containsEntry("site_id", "annex-computer-room")
                .containsEntry("usable", "partly")
                .containsEntry("power", "unusable")
                .containsEntry("notes", "空調が停止")
                .containsEntry("surveyed_by", "joho1");

        member.opens("自分の班のタスク", BROADCAST_ROOM);
        assertThat(member.page().locator(".fjs-form h3")).hasText("本庁舎2階放送室");
        // What was found at the other site is not filled in here.
        assertThat(member.page().locator(".fjs-form input:checked")).hasCount(0);

        member.opens("自分の班のタスク", "被害チェックシート(簡易版)を書く");
        member.claims();
        member.writes("被害確認場所", "分庁舎1階");
        member.dates("日時", "01/16/2026", "02:20");
        member.writes("負傷者(名)", "2");
        member.chooses("電気", "あり");
        member.chooses("水道", "なし");
        member.chooses("電算室", "あり");
        Browser.picture(member.page(), "damage-sheet");
        member.completes();
        String sheet = "select place, entered_by, sheet ->> 'damageAt' as at, sheet ->> 'injured' as injured,"
                + " sheet ->> 'damageElectricity' as electricity, sheet ->> 'damageWater' as water,"
                + " sheet ->> 'damageComputerRoom' as room, sheet ->> 'damageGas' as gas"
                + " from damage_sheet where activation_number = ?";
        assertThat(row(sheet, number))
                .isEqualTo(Map.of(
                        "place",
                        "分庁舎1階",
                        "entered_by",
                        "joho1",
                        "at",
                        "2026-01-16T02:20+09:00",
                        "injured",
                        "2",
                        "electricity",
                        "yes",
                        "water",
                        "no",
                        "room",
                        "yes",
                        "gas",
                        "unknown"));
    }

    @Test
    void the_systems_that_a_member_ticks_are_recovered_once_the_policy_is_approved() {
        String number = earthquakeAt("21:07");
        new SurveyedNight(night, city, number).upTo("start");
        Desk member = Desk.of("joho1", BROWSER.person(port));

        member.opens("自分の班のタスク", "システムの被害を確認する");
        member.claims();
        member.ticks("A 住民情報システム");
        member.ticks("B メール");
        member.writes("調査の結果", "起動しない");
        Browser.picture(member.page(), "systems");
        member.completes();

        night.claimAndComplete("shukan", number, ContinuityModel.PROPOSE_POLICY, Map.of("recoveryPolicy", "住民情報を先に"));
        assertThat(recoveries.of(new ActivationNumber(number))).isEmpty();
        city.decides("ict-bucho", number, "approve", "");
        assertThat(recoveries.of(new ActivationNumber(number)))
                .extracting(recovery -> recovery.system().value())
                .containsExactly("resident-register", "mail");
    }

    @Test
    void a_member_sees_nothing_of_the_heads_decision_and_nothing_of_administration() {
        String decision =
                night.task(earthquakeAt("21:08"), DecisionModel.DECIDE).getId();

        Desk member = Desk.of("joho3", BROWSER.person(port), "/t/" + decision);
        assertThat(member.page().getByText("このタスクはもうありません")).isVisible();
        assertThat(member.page().getByText("ほかの班のタスクです。")).isVisible();
        assertThat(member.page().locator(".fjs-form")).hasCount(0);
        member.lists("判断");
        assertThat(member.page().getByText("該当するタスクはありません。")).isVisible();
        assertThat(member.page().getByText("全員のタスク")).hasCount(0);
        for (String application : new String[] {"admin", "cockpit"}) {
            assertThat(member.page()
                            .navigate("/camunda/app/%s/default/".formatted(application))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void who_leads_sees_that_the_heads_decision_waits_but_does_not_read_it() {
        String number = earthquakeAt("21:09");
        Task decision = night.task(number, DecisionModel.DECIDE);

        Desk leader = Desk.of("shukan", BROWSER.person(port), "/t/" + decision.getId());
        assertThat(leader.page().getByText("このタスクはもうありません")).isVisible();
        assertThat(leader.page().locator(".fjs-form")).hasCount(0);

        leader.page().navigate("/activations/" + number);
        assertThat(leader.page().getByText("判断する: 指揮を開始し被害調査を指示するか").first()).isVisible();
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words_before_it_is_sent() {
        Locator file =
                Desk.of("joho1", BROWSER.person(port), "/plan/lint").page().locator("input[type=file]");

        file.setInputFiles(new FilePayload("plan.yaml", "text/yaml", new byte[6_000_001]));
        assertThat(file.evaluate("field => field.validationMessage")).isEqualTo("ファイルが大きすぎます。6MBまでのファイルを選んでください。");
        file.setInputFiles(new FilePayload("plan.yaml", "text/yaml", new byte[6_000_000]));
        assertThat(file.evaluate("field => field.validationMessage")).isEqualTo("");
    }

    @Test
    void an_auditor_is_refused_in_tasklist_and_reads_the_record() {
        String number = earthquakeAt("21:10");

        Page auditor = Desk.of("kansa", BROWSER.person(port)).page();
        assertThat(auditor.getByText("この画面を見る権限がありません").first()).isVisible();
        assertThat(auditor.locator("h2.task")).hasCount(0);

        auditor.navigate("/audit/" + number);
        assertThat(auditor.getByText("発動 %s: 地震 震度6弱".formatted(number)).first())
                .isVisible();
        Browser.picture(auditor, "record");
    }

    @Test
    void the_leader_hands_the_task_of_a_silent_member_to_another() {
        String number = surveyOrdered("21:11");
        Task survey = night.task(number, InitialResponseModel.SURVEY_SITE, BROADCAST_ROOM);
        night.as("joho2", () -> tasks.claim(survey.getId(), "joho2"));
        Desk leader = Desk.of("shukan", BROWSER.person(port));

        leader.opens("全員のタスク", BROADCAST_ROOM);
        assertThat(leader.page().locator("li.assignee")).containsText("仮名 二葉");
        leader.handsTo("joho3");

        assertThat(leader.page().locator("li.assignee")).containsText("仮名 三郎");
        assertThat(holder(survey)).isEqualTo("joho3");
        assertThat(city.values(number, "task-handed-over")).isNotEmpty();
    }

    private String earthquakeAt(String time) {
        return city.earthquake("6-lower", "2026-01-15T%s:00+09:00".formatted(time));
    }

    private String surveyOrdered(String time) {
        String number = earthquakeAt(time);
        city.decides("ict-bucho", number, "survey", "");
        return number;
    }

    private String holder(Task task) {
        return night.as("shukan", () -> tasks.createTaskQuery()
                .taskId(task.getId())
                .singleResult()
                .getAssignee());
    }

    private Map<String, Object> row(String sql, String number) {
        return jdbc.sql(sql).param(number).query().singleRow();
    }

    private static String path(String message, String wanted) {
        var found = Pattern.compile(wanted).matcher(message);
        assertThat(found.find()).as(message).isTrue();
        return found.group();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
