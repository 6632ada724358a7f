package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.plan.PrioritySystem.Hosting;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.Revision.Numbering;

/** Kodaira's plan says what the city's document says: two lists, two structures, its criteria and its deputies. */
class KodairaPlanTest {

    private static final ShippedPlan SHIPPED = ShippedPlan.of("kodaira");
    private static final Plan PLAN = SHIPPED.plan();

    @Test
    void an_earthquake_has_39_systems_from_the_resident_records_to_the_chat() {
        assertThat(PLAN.underEvent("earthquake").systems())
                .hasSize(39)
                .startsWith(system("resident-records"), system("seal-registration-cards"))
                .contains(system("late-elderly-medical-care"))
                .endsWith(system("logo-chat"));
    }

    @Test
    void a_cyber_attack_has_52_systems_from_the_resident_register_network_to_the_chat() {
        assertThat(PLAN.underEvent("security-incident").systems())
                .hasSize(52)
                .startsWith(system("juki-net"), system("processor-x"), system("resident-records"))
                .doesNotContain(system("late-elderly-medical-care"))
                .endsWith(system("logo-chat"));
    }

    @Test
    void every_place_is_taken_once_and_38_systems_stand_on_both_lists() {
        assertThat(places("disaster")).containsExactlyInAnyOrderElementsOf(numbers(39));
        assertThat(places("non-disaster")).containsExactlyInAnyOrderElementsOf(numbers(52));
        assertThat(PLAN.systems())
                .hasSize(53)
                .filteredOn(one -> one.order().size() == 2)
                .hasSize(38);
    }

    @ParameterizedTest
    @CsvSource({"earthquake", "system-failure"})
    void the_example_times_are_within_24_hours_and_never_fall_along_the_list(String event) {
        List<Target> targets = PLAN.underEvent(event).systems().stream()
                .map(one -> one.targetFor(event))
                .toList();

        assertThat(targets).allMatch(Target::example).extracting(Target::rto).isSorted();
        assertThat(targets).extracting(Target::rto).allMatch(rto -> rto.compareTo(Duration.ofHours(24)) <= 0);
    }

    @Test
    void the_eight_systems_of_others_have_a_provider_to_ask() {
        assertThat(PLAN.systems().stream().filter(one -> one.hosting() == Hosting.SAAS))
                .hasSize(8)
                .allSatisfy(one -> assertThat(
                                PLAN.findVendor(one.vendor()).orElseThrow().contacts())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "family-register, 市民課",
        "health-insurance-benefits, 保険年金課",
        "addressees, 関係各課",
        "print-server, 情報政策課職員",
        "financial-accounting, 会計課・財政課・契約検査課",
        "parents-mail, 子育て支援課・保育課"
    })
    void a_system_belongs_to_the_section_of_the_table(String system, String owner) {
        assertThat(PLAN.role(system(system).owner()).name()).isEqualTo(owner);
    }

    @Test
    void the_mayor_is_followed_by_the_vice_mayor_and_the_superintendent_of_education() {
        assertThat(PLAN.role(new RoleId("headquarters-head")).ranks())
                .flatExtracting(Role.Rank::persons)
                .extracting(PersonId::value)
                .containsExactly("shicho", "fukushicho", "kyoikucho");
    }

    @ParameterizedTest
    @CsvSource({
        "set-up-structure, continuity-manager, continuity-manager",
        "start-continuity, continuity-director, continuity-director",
        "recovery-base, headquarters-head, continuity-manager",
        "recovery-policy, continuity-manager, continuity-manager",
        "dissolve-structure, continuity-manager, continuity-manager"
    })
    void a_decision_is_made_by_the_office_that_the_tables_name(String decision, String disaster, String otherwise) {
        assertThat(PLAN.underEvent("earthquake").decision(decision).role()).isEqualTo(new RoleId(disaster));
        assertThat(PLAN.underEvent("power-outage").decision(decision).role()).isEqualTo(new RoleId(otherwise));
    }

    @Test
    void reports_go_to_headquarters_in_a_disaster_and_to_the_director_of_the_csirt_otherwise() {
        assertThat(PLAN.underEvent("earthquake").duties().headquarters()).isEqualTo(new RoleId("headquarters-head"));
        assertThat(PLAN.underEvent("security-incident").duties().headquarters())
                .isEqualTo(new RoleId("continuity-director"));
    }

    @ParameterizedTest
    @CsvSource({
        "continuity-director, normal, 統括情報セキュリティ責任者",
        "continuity-director, disaster, 災対企画政策部長・統括ICT業務継続計画責任者",
        "continuity-director, non-disaster, CSIRT責任者",
        "continuity-manager, disaster, 災対企画政策部情報システム班長・統括ICT業務継続計画管理者",
        "continuity-manager, non-disaster, CSIRT管理者",
        "department-head, non-disaster, CSIRT副責任者",
        "section-head, disaster, ICT業務継続計画管理者",
        "ict-section, non-disaster, PoC"
    })
    void a_post_has_its_own_title_in_each_structure(String role, String structure, String title) {
        assertThat(PLAN.role(new RoleId(role)).parts())
                .filteredOn(part -> part.structure().equals(structure))
                .extracting(Role.Part::title)
                .containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource({
        "earthquake, 3, true, false, true, automatic, assemble",
        "earthquake, 5-lower, false, false, false, automatic, assemble",
        "earthquake, 4, false, false, false, monitor, assemble",
        "earthquake, 4, false, true, false, head-decides, assemble",
        "earthquake, 6-upper, false, false, true, monitor, assemble",
        "earthquake, 6-upper, false, true, true, head-decides, assemble",
        "wind-flood, , true, false, true, automatic, assemble",
        "wind-flood, , false, false, false, monitor, assemble",
        "epidemic, , true, false, true, automatic, telework",
        "epidemic, , false, true, true, head-decides, telework",
        "security-incident, , false, false, true, head-decides, assemble",
        "system-failure, , false, false, false, head-decides, assemble",
        "power-outage, , false, false, true, head-decides, assemble",
        "other, , false, false, true, monitor, assemble"
    })
    void the_emergency_regime_starts_by_any_of_the_three_criteria(
            String event,
            String intensity,
            boolean headquarters,
            boolean damage,
            boolean workingHours,
            String regime,
            String attendance) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("eventType", event);
        facts.put("intensity", intensity);
        facts.put("typhoon", null);
        facts.put("headquartersSetUp", headquarters);
        facts.put("graveDamage", damage);
        facts.put("workingHours", workingHours);

        Map<String, Object> decided = SHIPPED.asked("regime", facts);

        assertThat(decided).containsEntry("regime", regime).containsEntry("attendance", attendance);
        assertThat(PLAN.role(new RoleId((String) decided.get("assembles"))).holders())
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"earthquake, D01", "system-failure, D02", "security-incident, D03", "power-outage, D04", "epidemic, D01"
    })
    void each_threat_has_its_manual_and_the_manual_is_registered(String event, String number) {
        String manual =
                (String) SHIPPED.asked("manual", Map.of("eventType", event)).get("manual");

        assertThat(manual).startsWith(number + " ");
        assertThat(PLAN.documents())
                .extracting(document -> document.number() + " " + document.title())
                .contains(manual);
    }

    @Test
    void twenty_documents_are_registered_and_the_manager_approves_their_versions() {
        assertThat(PLAN.documents()).hasSize(20);
        assertThat(PLAN.revision().numbering()).isEqualTo(Numbering.MANAGEMENT_REVIEW);
        assertThat(PLAN.revision().planApprovedBy()).isEqualTo(new RoleId("continuity-manager"));
    }

    private static PrioritySystem system(String id) {
        return PLAN.system(new SystemId(id));
    }

    private static List<Integer> places(String structure) {
        return PLAN.systems().stream()
                .filter(one -> one.order().containsKey(structure))
                .map(one -> one.order().get(structure))
                .toList();
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
