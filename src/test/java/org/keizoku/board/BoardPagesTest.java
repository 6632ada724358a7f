package org.keizoku.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.assembly.Answer;
import org.keizoku.assembly.Answers;
import org.keizoku.assembly.Coming;
import org.keizoku.assembly.Safety;
import org.keizoku.assembly.Tally;
import org.keizoku.engine.Fact;
import org.keizoku.notice.Attempt;
import org.keizoku.notice.Attempts;
import org.keizoku.notice.NoticeState;
import org.keizoku.notice.NoticeView;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Resending;
import org.keizoku.notice.Unreached;
import org.keizoku.notice.UnreachedPeople;
import org.keizoku.notice.Urgency;
import org.keizoku.notice.watch.NoticeGaps;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@KeizokuTest
@AutoConfigureMockMvc
@AutoConfigureObservability(tracing = false)
class BoardPagesTest {

    private static final Instant AT_02_14 = Instant.parse("2026-01-04T17:14:00Z");
    private static final Instant AT_05_20 = Instant.parse("2026-01-04T20:20:00Z");
    private static final ActivationNumber NUMBER = new ActivationNumber("2026-001");

    @Autowired
    MockMvc mvc;

    @Autowired
    Plans plans;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MeterRegistry meters;

    @MockitoBean
    Activations activations;

    @MockitoBean
    Answers answers;

    @MockitoBean
    Notices notices;

    @MockitoBean
    Attempts attempts;

    @MockitoBean
    UnreachedPeople unreached;

    @MockitoBean
    Resending resending;

    @MockitoBean
    NoticeGaps gaps;

    @MockitoBean
    Recoveries recoveries;

    @BeforeEach
    void six_minutes_past_five() {
        ClockUtil.setCurrentTime(Date.from(AT_05_20));
        var night = new Activation(
                NUMBER, "earthquake", Map.of(), AT_02_14, AT_02_14, "system", "automatic", State.OPEN, null, 1);
        var past = new Activation(
                new ActivationNumber("2025-007"),
                "epidemic",
                Map.of(),
                AT_02_14,
                AT_02_14,
                "shukan",
                "monitor",
                State.CLOSED,
                AT_02_14,
                1);
        when(activations.all()).thenReturn(List.of(night, past));
        when(activations.find(NUMBER)).thenReturn(Optional.of(night));
        when(activations.planOf(any())).thenAnswer(asked -> plans.inForce());
        when(answers.tally(NUMBER)).thenReturn(twoOfThree());
        var sent = List.of(notice(NoticeState.ACCEPTED), notice(NoticeState.ACCEPTED), notice(NoticeState.FAILED));
        when(notices.of(NUMBER)).thenReturn(sent);
        when(recoveries.of(NUMBER))
                .thenReturn(List.of(
                        recovery("network", AT_05_20.minusSeconds(1200)),
                        recovery("domain", AT_05_20.plusSeconds(4800))));
    }

    private static Tally twoOfThree() {
        var ichiro = new PersonId("joho1");
        var futaba = new PersonId("joho2");
        return new Tally(
                List.of(ichiro, futaba, new PersonId("joho3")),
                Set.of(),
                Set.of(),
                Map.of(
                        ichiro, answer(ichiro, Safety.SAFE, Coming.COMING),
                        futaba, answer(futaba, Safety.INJURED, Coming.UNABLE)));
    }

    private static Answer answer(PersonId person, Safety safety, Coming coming) {
        return new Answer(person, safety, coming, null, null, person, AT_02_14);
    }

    private static NoticeView notice(NoticeState state) {
        return new NoticeView(
                1,
                "call-out",
                0,
                new PersonId("joho1"),
                Optional.empty(),
                Urgency.ASSEMBLY,
                "参集",
                state,
                AT_02_14,
                null,
                AT_02_14,
                1,
                false,
                null);
    }

    private static Recovery recovery(String system, Instant due) {
        return new Recovery(
                NUMBER, new SystemId(system), Recovery.State.RECOVERING, AT_02_14, due, 0, null, null, null);
    }

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().deploymentName("trial").list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
        ClockUtil.reset();
    }

    @Test
    void a_system_s_vendor_stands_beside_it_with_the_way_to_its_numbers_for_those_who_recover() throws Exception {
        String vendor = "form[action=/outside-contacts/vendor/vendor-a] button";
        assertThat(seen("team").select(vendor).text()).isEqualTo("連絡先を見る");
        assertThat(seen("auditor").select(vendor)).isEmpty();
        assertThat(seen("auditor").text()).contains("外部事業者A社");
    }

    private Document seen(String role) throws Exception {
        return Jsoup.parse(mvc.perform(get("/activations/" + NUMBER)
                        .with(user("joho1").authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void home_lists_the_open_activations_and_the_ways_on() throws Exception {
        var page = page("/");

        assertThat(page.select("ul.plain li").eachText()).containsExactly("地震 2026-001 発生 1月5日 02:14・3時間6分経過");
        assertThat(page.select("a[href=/camunda/app/tasklist/default/]")).isNotEmpty();
        assertThat(page.select("a[href=/audit]")).isEmpty();
        assertThat(page.select(".me").text()).contains("仮名 一郎", "ログアウト");
        assertThat(page.select("form[action=/logout] input[name=_csrf]")).hasSize(1);
    }

    @Test
    void who_may_read_the_ledger_finds_the_way_to_it() throws Exception {
        var page =
                Jsoup.parse(answer("/activations/2026-001", "kansa", "auditor").getContentAsString());

        assertThat(page.select("a[href=/audit/2026-001]")).hasSize(1);
    }

    @Test
    void the_situation_reloads_itself_and_carries_nothing_inline() throws Exception {
        var page = page("/activations/2026-001");

        assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("30");
        assertThat(page.select("h1").text()).isEqualTo("地震 2026-001");
        assertThat(page.select("main > p").get(0).text()).contains("発生から 3時間6分", "対応中", "自動設置・全員参集");
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
    }

    @Test
    void tasks_stand_by_group_with_holder_and_a_word_for_what_is_late() throws Exception {
        open("現地を調べる", "team", Date.from(AT_05_20.minusSeconds(300)), "joho1");
        open("復旧拠点を決める", "headquarters-head-deputy-1", Date.from(AT_05_20.plusSeconds(600)), null);
        open(
                "参集を確認する",
                "team-leader,team-leader-deputy-1,team-leader-deputy-2",
                Date.from(AT_05_20.plusSeconds(900)),
                null);

        var panel = panel("未完了タスク");

        assertThat(panel.select("h3").eachText()).containsExactly("情報システム班", "災害対策本部長 代行者1", "情報システム班 班長(代行者を含む)");
        assertThat(panel.select("tbody tr").eachText())
                .containsExactly(
                        "現地を調べる 仮名 一郎 1月5日 05:15 期限超過 5分", "復旧拠点を決める 未着手 1月5日 05:30", "参集を確認する 未着手 1月5日 05:35");
        assertThat(panel.select("tr.late .late").eachText()).containsExactly("期限超過 5分");
        assertThat(panel.select("tbody a").get(0).attr("href"))
                .startsWith("/camunda/app/tasklist/default/#/?task=")
                .hasSizeGreaterThan(50);
        assertThat(meters.get("keizoku.tasks.overdue").gauge().value()).isEqualTo(1);
    }

    @Test
    void without_a_lowering_of_security_there_is_no_panel_for_it() throws Exception {
        var page = seen("team");

        assertThat(page.select(".panel h2").eachText())
                .as("each has its title")
                .hasSameSizeAs(page.select(".panel"))
                .contains("判断")
                .doesNotContain("セキュリティの一時引下げなど");
    }

    @Test
    void tally_notices_and_systems_are_shown_as_their_features_have_them() throws Exception {
        assertThat(panel("参集・安否").text()).contains("呼び出し 3", "回答 2", "負傷 1", "参集 1", "未回答 仮名 三郎");
        assertThat(panel("通知").text()).contains("受付済み 2", "失敗 1");
        assertThat(panel("優先システム").select("tbody tr").eachText())
                .satisfiesExactly(
                        late -> assertThat(late).startsWith("ネットワーク機器").contains("超過 20分 目標 1月5日 05:00"),
                        early -> assertThat(early).startsWith("ドメイン管理").contains("残り 1時間20分 目標 1月5日 06:40"));
    }

    @Test
    void each_attempt_stands_by_person_with_way_state_and_reason_and_undelivered_is_not_called_sent() throws Exception {
        when(attempts.of(NUMBER))
                .thenReturn(List.of(
                        new Attempt(new PersonId("joho1"), "参集", "SMS", 1, AT_02_14, "一時的な失敗", false, "20503 混雑"),
                        new Attempt(new PersonId("joho1"), "参集", "SMS", 2, AT_02_14, "不達", true, "30003 端末に届かない"),
                        new Attempt(new PersonId("joho3"), "参集", "メール", 1, AT_02_14, "受付済み", false, "")));
        when(unreached.of(NUMBER))
                .thenReturn(List.of(new Unreached(new PersonId("joho1"), "call-out", "参集", "SMS 不達 30003")));

        var panel = panel("通知");
        assertThat(panel.select("details h3").eachText()).containsExactly("仮名 一郎", "仮名 三郎");
        assertThat(panel.select("details tbody tr").eachText())
                .containsExactly(
                        "1月5日 02:14 参集 SMS 1回目 一時的な失敗 20503 混雑",
                        "1月5日 02:14 参集 SMS 2回目 不達 30003 端末に届かない",
                        "1月5日 02:14 参集 メール 1回目 受付済み");
        assertThat(panel.select("details tr.late")).hasSize(1);
        assertThat(panel.select("li").eachText()).containsExactly("仮名 一郎:参集(SMS 不達 30003)");
        assertThat(panel.text()).doesNotContain("送信済み");
        assertThat(panel.select("form")).as("a member of the team").isEmpty();
    }

    @Test
    void notices_that_are_behind_stand_at_the_head_of_their_panel_and_nothing_stands_there_otherwise()
            throws Exception {
        assertThat(panel("通知").select("[role=alert]")).isEmpty();

        when(gaps.now()).thenReturn(Optional.of("通知の送信処理が 1月5日 05:19 から止まっています。"));
        assertThat(panel("通知").select("[role=alert]").text()).isEqualTo("通知の送信処理が 1月5日 05:19 から止まっています。");
    }

    @Test
    void leader_and_operator_have_notices_sent_again_and_nobody_else() throws Exception {
        when(resending.toTheUnreached(NUMBER, new PersonId("shukan"))).thenReturn(2);
        for (var duty : List.of(
                plans.inForce().duties().leader(), plans.inForce().duties().operator())) {
            String role = plans.inForce().role(duty).ranks().get(0).group();
            var page = Jsoup.parse(
                    answer("/activations/2026-001", "shukan", role).getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("form[action=/activations/2026-001/notices/resend] input[name=_csrf]"))
                    .as(role)
                    .hasSize(1);
            var answer = resend("shukan", role, true);
            assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/activations/2026-001");
            assertThat(answer.getFlashMap().get("resent")).isEqualTo("届いていない2人に、もう一度送ります。");
        }
        verify(resending, times(2)).toTheUnreached(NUMBER, new PersonId("shukan"));

        assertThat(resend("joho1", "team", true).getResponse().getStatus()).isEqualTo(403);
        resend("shukan", "leader", false);
        verifyNoMoreInteractions(resending);
    }

    private MvcResult resend(String person, String role, boolean withCsrf) throws Exception {
        var request = post("/activations/2026-001/notices/resend")
                .with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + role)));
        return mvc.perform(withCsrf ? request.with(csrf()) : request).andReturn();
    }

    @Test
    void decisions_are_told_newest_first_with_the_capacity() throws Exception {
        decided("ict-bucho", null, "緊急時対応体制を設置");
        decided("fukushicho", "災害対策本部長 代行者1", "復旧拠点を現庁舎に決定");

        assertThat(panel("判断").select("li").eachText())
                .containsExactly(
                        "1月5日 05:20 見本 副子(災害対策本部長 代行者1) 復旧拠点を現庁舎に決定 理由 余震",
                        "1月5日 05:20 架空 統子(ICT部門責任者(最高情報統括責任者)) 緊急時対応体制を設置 理由 余震");
    }

    @Test
    void an_unknown_activation_or_address_is_not_found() throws Exception {
        assertThat(answer("/activations/2026-999", "joho1", "team").getStatus()).isEqualTo(404);
        assertThat(answer("/nowhere", "joho1", "team").getStatus()).isEqualTo(404);
        assertThat(answer("/nowhere", "joho1", "team").getContentType()).isNull();
    }

    @Test
    void monitoring_counts_what_is_open() {
        assertThat(meters.get("keizoku.activations.open").gauge().value()).isEqualTo(1);
        assertThat(meters.get("keizoku.incidents").gauge().value()).isZero();
    }

    private void open(String name, String group, Date due, String holder) {
        var model = Bpmn.createExecutableProcess("board-trial")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Task_Trial")
                .name(name)
                .camundaCandidateGroups(group)
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name("trial")
                .addModelInstance("board-trial.bpmn", model)
                .deploy();
        var instance = runtime.startProcessInstanceByKey("board-trial", NUMBER.value());
        var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        task.setDueDate(due);
        tasks.saveTask(task);
        if (holder != null) {
            tasks.setAssignee(task.getId(), holder);
        }
    }

    private void decided(String actor, String capacity, String told) {
        events.publishEvent(new Fact(NUMBER.value(), AT_05_20, actor, capacity, "decision", told, Map.of("理由", "余震")));
    }

    private Document panel(String title) throws Exception {
        var panel = page("/activations/2026-001").select(".panel:has(h2:containsOwn(" + title + "))");
        assertThat(panel).as(title).hasSize(1);
        return Jsoup.parse(panel.outerHtml());
    }

    private Document page(String address) throws Exception {
        var answer = answer(address, "joho1", "team");
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(String address, String person, String role) throws Exception {
        return mvc.perform(get(address)
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
