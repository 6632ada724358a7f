package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.Structure.Line;

/** The sample agency of the national guideline's appendix: who comes when and where, and how soon its systems are back. */
class NationalAgencyPlanTest {

    private static final ShippedPlan SHIPPED = ShippedPlan.of("national-agency");
    private static final Plan PLAN = SHIPPED.plan();

    @Test
    void at_6_lower_everybody_of_the_table_comes_without_an_order() {
        assertThat(regime(event("earthquake").putValue("intensity", "6-lower")))
                .containsExactly("automatic", "assembly-staff", "assemble");
        assertThat(PLAN.role(new RoleId("assembly-staff")).holders())
                .containsAll(PLAN.role(new RoleId("chief")).holders())
                .containsAll(PLAN.role(new RoleId("work-staff")).holders())
                .containsAll(PLAN.role(new RoleId("alternate-site-staff")).holders())
                .hasSize(13);
    }

    @Test
    void at_5_upper_the_chief_decides() {
        assertThat(regime(event("earthquake").putValue("intensity", "5-upper")))
                .containsExactly("head-decides", "work-staff", "assemble");
    }

    @Test
    void a_very_large_typhoon_calls_everybody_and_a_large_one_asks_the_chief() {
        assertThat(regime(event("wind-flood").putValue("typhoon", "very-large")))
                .containsExactly("automatic", "assembly-staff", "assemble");
        assertThat(regime(event("wind-flood").putValue("typhoon", "large")))
                .containsExactly("head-decides", "work-staff", "assemble");
    }

    @Test
    void an_epidemic_is_answered_by_telework() {
        assertThat(regime(event("epidemic"))).containsExactly("head-decides", "work-staff", "telework");
    }

    @Test
    void an_unforeseen_event_is_watched_until_there_is_grave_damage() {
        assertThat(regime(event("other"))).startsWith("monitor");
        assertThat(regime(event("other").putValue("graveDamage", true))).startsWith("head-decides");
    }

    @Test
    void a_security_incident_brings_in_the_incident_staff_and_the_csirt() {
        assertThat(regime(event("security-incident")))
                .containsExactly("head-decides", "incident-team", "assemble-only");
        assertThat(PLAN.underEvent("security-incident").duties().staff()).isEqualTo(new RoleId("incident-team"));
        assertThat(PLAN.role(new RoleId("incident-team")).holders())
                .containsAll(PLAN.role(new RoleId("incident-staff")).holders());
        assertThat(PLAN.structureFor("security-incident").orElseThrow().lines())
                .contains(new Line("情報システム運用継続計画の発動に伴う作業を実施する責任者", "CSIRT", "連携"));
    }

    @Test
    void each_class_of_event_has_its_manual() {
        assertThat(manual("earthquake")).contains("大規模災害");
        assertThat(manual("system-failure")).contains("情報セキュリティインシデント");
        assertThat(manual("epidemic")).startsWith("業務継続計画");
        assertThat(manual("other")).contains("準用");
    }

    @Test
    void each_goes_where_their_role_assembles() {
        assertThat(PLAN.placesFor(new PersonId("b-unyo")))
                .extracting(Assembly.Place::name)
                .containsExactly("システム設置拠点〇〇", "〇〇庁舎〇〇会議室");
        assertThat(PLAN.placesFor(new PersonId("daitai1")))
                .extracting(Assembly.Place::name)
                .containsExactly("代替拠点〇〇");
        assertThat(PLAN.placesFor(new PersonId("a-kikaku")))
                .extracting(Assembly.Place::name)
                .contains("〇〇庁舎〇〇会議室(第1順位)又はオンライン");
    }

    @Test
    void each_target_is_the_shortest_of_the_operations_with_their_substitutes() {
        assertThat(PLAN.systems())
                .filteredOn(system -> !system.businesses().isEmpty())
                .hasSize(3)
                .allSatisfy(system -> assertThat(system.targets())
                        .extracting(PrioritySystem.Target::rto)
                        .containsOnly(shortest(system.businesses())));
    }

    @Test
    void the_mail_is_back_within_15_hours_and_after_an_earthquake_half_of_it_is_enough() {
        PrioritySystem mail = PLAN.system(new SystemId("mail"));

        assertThat(mail.targetFor("epidemic").rto()).isEqualTo(Duration.ofHours(15));
        assertThat(mail.targetFor("epidemic").share()).isEqualTo(1.0);
        assertThat(mail.targetFor("earthquake").share()).isEqualTo(0.5);
    }

    @Test
    void the_plan_refers_to_the_guideline_in_23_sections_and_14_values_are_the_organisations() {
        assertThat(SHIPPED.rows("guideline-sections")).hasSize(23);
        assertThat(SHIPPED.rows("parameters")).hasSize(14);
    }

    @Test
    void each_of_the_thirteen_items_names_its_documents() {
        assertThat(PLAN.references()).hasSize(13).allSatisfy(reference -> assertThat(reference.documents())
                .isNotEmpty());
        assertThat(PLAN.references().get(1).documents()).containsExactly("1 情報システム運用継続計画 2.1 参集場所");
    }

    @Test
    void there_is_a_flow_for_the_night_the_day_an_incident_and_an_epidemic() {
        assertThat(SHIPPED.rows("flow-disaster-night")).hasSize(13);
        assertThat(SHIPPED.rows("flow-disaster-day")).hasSize(13);
        assertThat(SHIPPED.rows("flow-incident"))
                .extracting(row -> row.get(1))
                .noneMatch(item -> item.contains("安否") || item.contains("安全点検"))
                .anyMatch(item -> item.contains("CSIRT"));
        assertThat(SHIPPED.rows("flow-epidemic")).hasSize(8);
    }

    @Test
    void the_trainings_have_the_months_of_the_yearly_plan() {
        assertThat(PLAN.trainings())
                .extracting(training -> String.join(
                        " ", training.months().stream().map(String::valueOf).toList()))
                .containsExactly("5", "5", "12", "12", "9", "10", "4 7");
    }

    @Test
    void an_incident_adds_the_csirt_to_the_bureaus() {
        assertThat(PLAN.organisations())
                .filteredOn(one -> !one.events().isEmpty())
                .extracting(Organisation::name)
                .containsExactly("CSIRT");
    }

    private static Duration shortest(List<PrioritySystem.Business> businesses) {
        return businesses.stream()
                .map(business -> business.withoutSystem() == null
                        ? business.rto()
                        : business.rto().plus(business.withoutSystem()))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static VariableMap event(String type) {
        return Variables.createVariables()
                .putValue("eventType", type)
                .putValue("intensity", null)
                .putValue("typhoon", null)
                .putValue("headquartersSetUp", false)
                .putValue("graveDamage", false)
                .putValue("workingHours", false);
    }

    private static List<Object> regime(VariableMap event) {
        var row = SHIPPED.asked("regime", event);
        return List.of(row.get("regime"), row.get("assembles"), row.get("attendance"));
    }

    private static String manual(String type) {
        return (String) SHIPPED.asked("manual", event(type)).get("manual");
    }
}
