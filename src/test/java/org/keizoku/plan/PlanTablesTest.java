package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.engine.DecisionTables;
import org.keizoku.engine.SharedProcedures;

/** Every row of the tables that set the course of a response, of a recovery and of a list of priority systems. */
class PlanTablesTest {

    private static final DecisionTables TABLES = DecisionTables.none()
            .and(Stream.of(SharedProcedures.files(), ShippedProcedures.files())
                    .flatMap(files -> files.values().stream())
                    .filter(file -> file.getFilename().endsWith(".dmn")));

    @ParameterizedTest
    @CsvSource({
        "automatic, true, 家族などの安全を確かめ、命令を待たず参集してください。",
        "automatic, false, 家族などの安全を確かめ、命令を待たず参集してください。",
        "head-decides, true, ",
        "monitor, true, ",
        "head-decides, false, 就業時間外のため、この連絡を参集の判断のよりどころとしてください。"
    })
    void out_of_hours_only_the_intensity_speaks_for_itself(String regime, boolean workingHours, String firstAction) {
        assertThat(course("response-course", "earthquake", workingHours, false, regime))
                .satisfies(row -> assertThat(row.get("firstAction")).isEqualTo(firstAction))
                .containsEntry("siteSurvey", true)
                .satisfies(row -> assertThat(row.get("reportsTo")).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "earthquake, true, 負傷者対応, ",
        "earthquake, false, 自己と家族, ",
        "wind-flood, true, 負傷者対応, ",
        "wind-flood, false, 自己と家族, ",
        "power-outage, true, 負傷者対応, 物理的な被害: ",
        "power-outage, false, 自己と家族, 物理的な被害: ",
        "epidemic, true, 負傷者対応, 人的な被害: ",
        "epidemic, false, 自己と家族, 人的な被害: ",
        "other, true, 負傷者対応, 物理的な被害と人的な被害",
        "other, false, 自己と家族, 物理的な被害と人的な被害",
        "security-incident, true, , ",
        "system-failure, false, , "
    })
    void katsushika_begins_by_the_hour_and_combines_its_manuals(
            String event, boolean workingHours, String begins, String combines) {
        var course = course("katsushika-response-course", event, workingHours, false, "automatic");

        assertThat((String) course.get("firstAction")).satisfies(said -> says(said, begins));
        assertThat((String) course.get("combination")).satisfies(said -> says(said, combines));
        assertThat(course).containsEntry("siteSurvey", true);
    }

    @Test
    void kodaira_leaves_the_first_action_to_its_procedures() {
        assertThat(course("kodaira-response-course", "earthquake", false, false, "automatic"))
                .satisfies(row -> assertThat(row.get("firstAction")).isNull())
                .containsEntry("siteSurvey", true);
    }

    @ParameterizedTest
    @CsvSource({
        "security-incident, true, false, , csirt",
        "system-failure, false, false, chief, csirt",
        "earthquake, true, true, , ",
        "wind-flood, false, true, chief, "
    })
    void the_agency_drops_site_checks_in_incidents_and_reports_to_the_chief_without_headquarters(
            String event, boolean headquarters, boolean survey, String reportsTo, String alsoTold) {
        assertThat(course("national-agency-response-course", event, false, headquarters, "head-decides"))
                .containsEntry("siteSurvey", survey)
                .satisfies(row -> assertThat(row.get("reportsTo")).isEqualTo(reportsTo))
                .satisfies(row -> assertThat(row.get("alsoTold")).isEqualTo(alsoTold));
    }

    @ParameterizedTest
    @CsvSource({"S, 4, 4, 4, 3", "A, 3, 3, 3, 3", "B, 3, 3, 3, 3", "C, 2, 2, 2, 2", "D, 2, 2, 2, 2", "E, 1, 1, 1, 1"})
    void the_priority_gives_the_level_of_measures(
            String priority, String hardware, String systemArea, String data, String contractor) {
        var levels = asked("national-agency-recovery-level", "priority", priority);

        assertThat((String) levels.get("hardware")).startsWith(hardware + " ");
        assertThat((String) levels.get("systemArea")).startsWith(systemArea + " ");
        assertThat((String) levels.get("data")).startsWith(data + " ");
        assertThat((String) levels.get("contractor")).startsWith(contractor + " ");
        assertThat(asked("recovery-level", "priority", priority))
                .as("nothing laid down")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "terminals, earthquake, ward-office, carrier, yes, システムの停止ではない, 別の端末",
        "resident-environment, earthquake, telework, none, , 住民情報を取り扱う環境は使えない, 不可",
        "resident-environment, earthquake, substitute-base, none, , 住民情報を取り扱う環境は使えない, 不可",
        "internet-environment, earthquake, telework, carrier, no, 庁舎内の端末を使えない, テレワーク設定の端末",
        "lgwan-environment, wind-flood, substitute-base, none, , 庁舎内の端末を使えない, テレワーク設定の端末",
        "lan, earthquake, ward-office, area, , 当該エリアのみ, ほかのエリア",
        "lan, earthquake, ward-office, center, , 本庁舎全体, ",
        "resident-environment, earthquake, ward-office, carrier, yes, 利用不可, 不可",
        "lgwan-environment, earthquake, ward-office, carrier, yes, 庁舎内では利用不可, 別のインターネット接続回線によるテレワーク",
        "lgwan-environment, wind-flood, , carrier, yes, 庁舎内では利用不可, 別のインターネット接続回線によるテレワーク",
        "lgwan-environment, earthquake, ward-office, carrier, no, データセンターと通信できず利用不可, ",
        "lgwan-environment, power-outage, ward-office, carrier, yes, データセンターと通信できず利用不可, ",
        "printers, earthquake, ward-office, none, , , ",
        "printers, earthquake, ward-office, , , , "
    })
    void katsushika_judges_the_impact_by_the_place_of_failure(
            String system, String event, String base, String place, String line, String impact, String substitute) {
        var judged = asked(
                "katsushika-substitute",
                "systemId",
                system,
                "eventType",
                event,
                "recoveryBase",
                base,
                "failurePlace",
                place,
                "separateLine",
                line);

        assertThat((String) judged.get("impact")).satisfies(said -> says(said, impact));
        assertThat((String) judged.get("substitute")).satisfies(said -> says(said, substitute));
    }

    @Test
    void without_a_table_of_its_own_a_plan_s_list_names_the_substitutes() {
        assertThat(asked("substitute", "systemId", "mail"))
                .as("nothing laid down")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "recovery-way, , true, yes, true, true, true",
        "recovery-way, saas, true, no, true, true, false",
        "recovery-way, , false, yes, false, false, false",
        "kodaira-recovery-way, saas, true, no, true, true, true",
        "kodaira-recovery-way, saas, false, yes, true, true, false",
        "kodaira-recovery-way, on-premises, true, yes, true, true, true",
        "kodaira-recovery-way, , true, no, true, true, false"
    })
    void a_vendor_is_asked_where_there_is_one_and_it_is_needed(
            String table,
            String hosting,
            boolean named,
            String needed,
            boolean within,
            boolean alternate,
            boolean requested) {
        assertThat(way(table, hosting, named, needed, within, alternate)).containsEntry("requestVendor", requested);
    }

    @Test
    void at_kodaira_nobody_recovers_what_a_provider_runs() {
        assertThat((String) way("kodaira-recovery-way", "saas", true, "no", true, true)
                        .get("way"))
                .contains("市で復旧作業はしない");
    }

    @ParameterizedTest
    @CsvSource({
        "true, yes, true, true, 被災拠点で復旧する。委託先, true",
        "true, no, true, true, 被災拠点で復旧する, false",
        "false, yes, true, false, 被災拠点で復旧する, false",
        "true, yes, false, true, 代替拠点へ切り替えて復旧する。委託先, true",
        "true, no, false, true, 代替拠点へ切り替えて復旧する, false",
        "true, yes, false, false, 支援を求める。委託先, true",
        "false, no, false, false, 支援を求める, false"
    })
    void the_agency_switches_over_what_would_be_late(
            boolean named, String needed, boolean within, boolean alternate, String words, boolean requested) {
        var way = way("national-agency-recovery-way", null, named, needed, within, alternate);

        assertThat((String) way.get("way")).contains(words);
        assertThat(way).containsEntry("requestVendor", requested);
    }

    @ParameterizedTest
    @CsvSource({
        "disaster, 168, false, true",
        "disaster, 168.5, false, false",
        "disaster, 169, true, true",
        "non-disaster, 24, false, true",
        "non-disaster, 24.5, false, false",
        "non-disaster, 25, true, true"
    })
    void kodaira_lists_what_must_begin_within_a_week_or_a_day(
            String structure, double hours, boolean noted, boolean listed) {
        assertThat(asked("kodaira-priority-listing", "structure", structure, "startHours", hours, "noted", noted))
                .containsEntry("listed", listed);
        assertThat(asked("priority-listing", "structure", structure)).containsEntry("listed", true);
    }

    private static void says(String said, String words) {
        if (words == null) {
            assertThat(said).isNull();
        } else {
            assertThat(said).contains(words);
        }
    }

    private static Map<String, Object> course(
            String table, String event, boolean workingHours, boolean headquarters, String regime) {
        return asked(
                table,
                "eventType",
                event,
                "workingHours",
                workingHours,
                "headquartersSetUp",
                headquarters,
                "regime",
                regime);
    }

    private static Map<String, Object> way(
            String table, String hosting, boolean named, String needed, boolean within, boolean alternate) {
        return asked(
                table,
                "hosting",
                hosting,
                "vendorNamed",
                named,
                "vendorNeeded",
                needed,
                "withinRto",
                within,
                "alternateBase",
                alternate);
    }

    private static Map<String, Object> asked(String table, Object... namesAndValues) {
        Map<String, Object> facts = new HashMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            facts.put((String) namesAndValues[n], namesAndValues[n + 1]);
        }
        return TABLES.ask(table, facts).orElseThrow();
    }
}
