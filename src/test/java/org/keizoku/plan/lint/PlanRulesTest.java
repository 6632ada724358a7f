package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.keizoku.plan.PlanFinding.Severity.ERROR;
import static org.keizoku.plan.PlanFinding.Severity.WARNING;

import org.junit.jupiter.api.Test;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.PlanFinding;

/** Each rule is broken by a plan that breaks nothing else. */
class PlanRulesTest {

    private final SoundPlan plan = SoundPlan.unchanged();

    @Test
    void the_sound_plan_breaks_no_rule() {
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void a_clause_that_the_catalogue_lacks() {
        plan.with("surveyedBy: team}", "surveyedBy: team, clause: [SMP-999-99]}")
                .breaksOnly("unknown-clause", ERROR, "SMP-999-99");
    }

    @Test
    void a_procedure_that_nobody_has_written() {
        plan.and("procedures: {ict-continuity: our-continuity}")
                .breaksOnly("unknown-procedure", ERROR, "our-continuity");
    }

    @Test
    void a_table_that_nobody_has_written() {
        plan.and("tables: {regime: our-regime}").breaksOnly("unknown-table", ERROR, "our-regime");
    }

    @Test
    void a_misspelt_procedure_would_replace_nothing() {
        plan.and("procedures: {ict-continuty: ict-continuity}")
                .breaksOnly("replaces-nothing", WARNING, "ict-continuty");
    }

    @Test
    void a_misspelt_table_would_replace_nothing() {
        plan.and("tables: {regim: regime}").breaksOnly("replaces-nothing", WARNING, "regim:");
    }

    @Test
    void documents_for_a_step_that_no_procedure_has() {
        plan.and("references: [{item: 点検, steps: [Task_SurveySight, Task_SurveySite], documents: [見取図]}]")
                .breaksOnly("unknown-step", WARNING, "Task_SurveySight");
    }

    @Test
    void a_decision_that_the_procedures_ask_for_and_nobody_makes() {
        plan.with("  - {id: take-command, title: 指揮を開始するか, role: head, silence: PT30M, reasonRequired: false}\n", "")
                .breaksOnly("missing-decision", ERROR, "decisions:\n  - {id: set-up-structure");
    }

    @Test
    void a_deputy_twice() {
        plan.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho, shunin, kakaricho]")
                .breaksOnly("deputy-twice", ERROR, "deputies: [kakaricho, shunin, kakaricho]");
    }

    @Test
    void a_holder_who_is_their_own_deputy() {
        PlanFinding finding = plan.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho, shunin, kacho]")
                .breaksOnly("deputy-twice", ERROR, "deputies: [kakaricho, shunin, kacho]");

        assertThat(finding.column()).isEqualTo("    deputies: [kakaricho, shunin, ".length() + 1);
        assertThat(finding.clause()).contains(new ClauseId("SMP-801-30"));
    }

    @Test
    void a_deciding_role_at_the_top_with_one_deputy() {
        plan.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho]")
                .breaksOnly("few-deputies", WARNING, "deputies: [kakaricho]");
    }

    @Test
    void a_deciding_role_of_a_structure_without_deputies_and_anybody_above() {
        plan.with("recovery-policy: leader", "recovery-policy: residents")
                .breaksOnly("few-deputies", WARNING, "- id: residents");
    }

    @Test
    void roles_that_are_above_each_other() {
        assertThat(plan.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho, shunin]\n    above: leader")
                        .findings())
                .extracting(PlanFinding::rule, PlanFinding::severity)
                .containsExactly(tuple("above-circle", WARNING), tuple("above-circle", WARNING));
    }

    @Test
    void one_person_asks_and_approves_another_version_of_the_plan() {
        oneOfTheTeam()
                .with("planApprovedBy: head", "planApprovedBy: team")
                .breaksOnly("self-approval", ERROR, "planApprovedBy: team");
    }

    @Test
    void one_person_asks_and_approves_a_correction() {
        oneOfTheTeam()
                .with("title: 発動を訂正・取消するか, role: head", "title: 発動を訂正・取消するか, role: team")
                .breaksOnly("self-approval", ERROR, "role: team, silence: PT15M");
    }

    @Test
    void one_person_asks_and_approves_in_one_structure() {
        oneOfTheTeam()
                .with("duties: {staff: residents}", "duties: {staff: team}")
                .with("recovery-policy: leader", "recovery-policy: team")
                .breaksOnly("self-approval", ERROR, "recovery-policy: team");
    }

    @Test
    void one_person_proposes_the_policy_and_approves_it() {
        SoundPlan alone =
                plan.with("holders: [kakaricho]\n    deputies: [shunin]\n    above: head", "holders: [kakaricho]");

        assertThat(alone.findings())
                .filteredOn(finding -> finding.severity() == ERROR)
                .extracting(PlanFinding::rule, PlanFinding::line)
                .containsExactly(tuple("self-approval", alone.lineOf("recovery-policy: leader")));
    }

    @Test
    void one_person_recovers_a_system_and_verifies_it() {
        assertThat(oneOfTheTeam()
                        .with("deputies: [kakaricho, shunin]", "deputies: []")
                        .findings())
                .filteredOn(finding -> finding.rule().equals("self-approval"))
                .extracting(PlanFinding::message)
                .anyMatch(message -> message.contains("復旧する人と確認する人"));
    }

    @Test
    void a_person_who_stands_in_the_plan_twice() {
        String people = plan.text()
                .lines()
                .filter(line -> line.contains("id: kakaricho,"))
                .findFirst()
                .orElseThrow();
        String again = people.replace("id: kakaricho,", "id: again,");

        plan.with(people, people + "\n" + again).breaksOnly("same-name", WARNING, "id: again,");
    }

    @Test
    void three_people_cannot_ask_approve_carry_out_and_verify() {
        SoundPlan small = plan.and(
                "security: {standard: minato, offices: {security-officer: team}, limits: [{matter: private-device, longest: PT24H, approver: team}]}");

        small.breaksOnly("few-hands", WARNING, "security: {standard");
        assertThat(small.with("approver: team", "approver: residents").findings())
                .isEmpty();
    }

    /** With a role above of the same person, and nothing said about who comes out of hours. */
    private SoundPlan oneOfTheTeam() {
        return plan.with("[kakaricho, shunin, shuji]", "[kacho]\n    above: boss")
                .with("duties: {staff: team,", "  - {id: boss, name: 課長, holders: [kacho]}\nduties: {staff: team,")
                .with("  reach: {withinKm: 10, share: 0.7}\n", "");
    }

    @Test
    void a_person_with_one_channel() {
        plan.with("distanceKm: 30}", "distanceKm: 30, channels: [mail]}")
                .breaksOnly("one-channel", WARNING, "channels: [mail]");
    }

    @Test
    void systems_that_wait_for_each_other() {
        SoundPlan waiting = plan.with("{rto: PT2H,", "{rto: PT3H,")
                .with("vendor: cabling", "vendor: cabling\n    dependsOn: [register]");

        assertThat(waiting.findings())
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::line)
                .containsExactly(
                        tuple("dependency-cycle", ERROR, waiting.lineOf("dependsOn: [register]")),
                        tuple("dependency-cycle", ERROR, waiting.lineOf("dependsOn: [network]")));
    }

    @Test
    void a_system_that_waits_for_itself() {
        plan.with("すべての業務ができる}\n    dependsOn: [network]", "すべての業務ができる}\n    dependsOn: [network, register]")
                .breaksOnly("dependency-cycle", ERROR, "dependsOn: [network, register]");
    }

    @Test
    void a_target_that_is_due_before_that_of_a_system_it_needs() {
        plan.with("{event: earthquake, rto: PT3H", "{event: earthquake, rto: PT1H")
                .breaksOnly("rto-before-dependency", WARNING, "rto: PT1H");
    }

    @Test
    void a_target_for_another_event_does_not_count() {
        assertThat(plan.with("{rto: PT2H,", "{event: epidemic, rto: P9D, rlo: 流行時}, {rto: PT2H,")
                        .with("{rto: PT3H, rlo: すべての業務ができる}", "{event: system-failure, rto: PT3H, rlo: すべての業務ができる}")
                        .with("dependsOn: [network]\n\nvendors", "\nvendors")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_target_that_is_missed_before_the_vendor_arrives() {
        plan.with("arrivesWithin: PT2H", "arrivesWithin: PT4H").breaksOnly("rto-before-arrival", WARNING, "rto: PT2H");
    }

    @Test
    void a_provider_whom_nobody_can_reach() {
        plan.with(", contacts: [受付窓口]", "").breaksOnly("saas-contact", WARNING, "vendor: provider");
    }

    @Test
    void software_as_a_service_of_nobody() {
        plan.with("    vendor: provider\n", "").breaksOnly("saas-contact", WARNING, "- id: mail");
    }

    @Test
    void a_letter_that_the_target_contradicts() {
        plan.with("priority: A", "priority: B").breaksOnly("priority-rto", WARNING, "priority: B");
    }

    @Test
    void a_letter_with_a_reason_of_its_own() {
        assertThat(plan.with("priority: A", "priority: B\n    priorityReason: 電話がある")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_target_later_than_the_business_can_wait() {
        plan.with("rto: PT15H", "rto: PT16H").breaksOnly("rto-business", WARNING, "rto: PT16H");
    }

    @Test
    void a_target_earlier_than_anybody_needs() {
        plan.with("rto: PT15H", "rto: PT14H").breaksOnly("rto-business", WARNING, "rto: PT14H");
    }

    @Test
    void a_target_may_be_earlier_because_another_system_needs_it() {
        assertThat(plan.with("rto: PT15H", "rto: PT3H")
                        .with("priority: A", "priority: S")
                        .with("すべての業務ができる}\n    dependsOn: [network]", "すべての業務ができる}\n    dependsOn: [network, mail]")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_base_of_which_nobody_knows_whether_it_has_power() {
        plan.with(", power: 非常用電源9時間", "").breaksOnly("base-supply", WARNING, "{id: office");
    }

    @Test
    void a_base_of_which_nobody_knows_whether_it_has_lines() {
        plan.with("network: 二回線", "network: ' '").breaksOnly("base-supply", WARNING, "network: ' '");
    }

    @Test
    void a_quorum_that_one_of_three_within_reach_cannot_meet() {
        PlanFinding finding =
                plan.with("quorum: 0.3", "quorum: 0.5").breaksOnly("quorum-out-of-hours", WARNING, "quorum: 0.5");

        assertThat(finding.message()).contains("「情報班」3人のうち1人(10km以内の2人の70%)", "必要な割合50%");
    }

    @Test
    void a_system_that_nobody_owns() {
        plan.with("    name: メール\n    owner: team\n", "    name: メール\n").breaksOnly("schema", ERROR, "- id: mail");
    }

    @Test
    void a_system_whose_owner_is_nobody() {
        plan.with("holders: [jumin, kacho]", "holders: []").breaksOnly("schema", ERROR, "holders: []");
    }

    @Test
    void a_system_whose_owner_does_not_exist() {
        plan.with("    name: メール\n    owner: team", "    name: メール\n    owner: mailers")
                .breaksOnly("reference", ERROR, "owner: mailers");
    }

    @Test
    void a_value_that_is_no_text_of_a_plan() {
        plan.with("name: 電算室, surveyedBy", "name: !!binary aGVsbG8=, surveyedBy")
                .breaksOnly("yaml", ERROR, "!!binary");
    }

    @Test
    void auditors_who_would_audit_themselves() {
        plan.with("holders: [kansain]", "holders: [kakaricho, shuji]")
                .breaksOnly("audit-hands", ERROR, "audited: [team]");
    }

    @Test
    void the_only_auditor_is_the_one_who_may_only_read() {
        plan.with("auditor: inspectors, operator: team}", "auditor: audit-team, operator: team}")
                .breaksOnly("audit-hands", ERROR, "audited: [team]");
    }

    @Test
    void an_audit_by_a_role_that_does_not_exist() {
        plan.with("auditors: audit-team", "auditors: auditors").breaksOnly("reference", ERROR, "auditors: auditors");
    }

    @Test
    void an_audit_of_whose_deadlines_nobody_is_reminded() {
        plan.with("  remindBefore: P3D\n", "").breaksOnly("audit-reminder", WARNING, "audit:");
        plan.with("remindBefore: P3D", "remindBefore: PT0S").breaksOnly("audit-reminder", WARNING, "audit:");
        // As long as the step itself may take: its reminder would come with the request.
        plan.with("reportWithin: P14D", "reportWithin: P3D").breaksOnly("audit-reminder", WARNING, "reportWithin: P3D");
        assertThat(plan.with("reportWithin: P14D", "reportWithin: P4D").findings())
                .isEmpty();
    }

    @Test
    void a_late_audit_that_would_be_told_without_a_pause() {
        plan.with("remindEvery: P7D", "remindEvery: PT0S").breaksOnly("audit-interval", ERROR, "remindEvery: PT0S");
    }

    @Test
    void a_standard_that_asks_for_an_audit_and_a_plan_without_one() {
        PlanFinding finding = plan.without("audit:", "retention:")
                .and("security: {standard: minato, offices: {security-officer: residents}}")
                .breaksOnly("no-audit", WARNING, "security: {standard");

        assertThat(finding.clause()).contains(new ClauseId("MNT-91-01"));
        assertThat(plan.without("audit:", "retention:").findings()).isEmpty();
    }

    @Test
    void a_plan_that_does_not_say_how_long_the_record_is_kept() {
        plan.with("retention: {records: P5Y}\n", "").breaksOnly("no-retention", WARNING, "id: sound-town");
    }
}
