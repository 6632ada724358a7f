package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.PlanFinding;

class FewHandsTest {

    /** The team, its leader and their head are four people. */
    private static final SoundPlan FOUR = SoundPlan.unchanged();

    private static final SoundPlan THREE =
            FOUR.with("holders: [kakaricho, shunin, shuji]", "holders: [kakaricho, shunin]");

    @Test
    void four_people_lower_a_firewall_for_a_time() {
        assertThat(found(FOUR, "firewall", "head")).isEmpty();
    }

    @Test
    void three_people_lower_nothing_that_another_has_to_verify() {
        assertThat(found(THREE, "firewall", "head")).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("ファイアウォール", "申請・承認・実施・確認を別々の人で"));
    }

    @Test
    void three_people_are_enough_for_a_deed() {
        assertThat(found(THREE, "alter-computer", "head")).isEmpty();
    }

    @Test
    void an_approver_from_the_team_alone_is_none() {
        assertThat(found(FOUR, "firewall", "team")).hasSize(1);
    }

    /** Of the team, its leader and the head one is the auditor's, who has no task. */
    @Test
    void an_auditor_is_no_hand() {
        assertThat(found(FOUR.with("auditor: inspectors,", "auditor: head,"), "firewall", "head"))
                .hasSize(1);
    }

    /** Enough by number, and still nobody to approve: whoever may is needed to ask, to carry out and to verify. */
    @Test
    void it_is_not_the_number_that_counts() {
        assertThat(found(FOUR, "firewall", "leader")).isEmpty();
        assertThat(found(
                        FOUR.with(
                                "holders: [kakaricho]\n    deputies: [shunin]\n    above: head",
                                "holders: [kakaricho]\n    deputies: [shunin]"),
                        "firewall",
                        "leader"))
                .hasSize(1);
    }

    private static List<PlanFinding> found(SoundPlan plan, String matter, String approver) {
        return plan
                .and(
                        "security: {standard: minato, offices: {council: head}, limits: [{matter: %s, longest: PT24H, approver: %s}]}"
                                .formatted(matter, approver))
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals("few-hands"))
                .toList();
    }
}
