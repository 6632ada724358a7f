package org.keizoku.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.plan.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found at the sites and on the short damage sheets (様式11). */
@Service
public class Surveys {

    private static final Map<String, String> WORDS =
            Map.of("usable", "使える", "partly", "一部使える", "unusable", "使えない", "yes", "あり", "no", "なし", "unknown", "不明");

    private final JdbcClient jdbc;
    private final Activations activations;
    private final ObjectMapper json;
    private final Clock clock;

    Surveys(JdbcClient jdbc, Activations activations, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.activations = activations;
        this.json = json;
        this.clock = clock;
    }

    /** What was found at one site; every answer but usable may be null. */
    record Found(String site, String usable, String entry, String power, String network, String notes, String by) {}

    @Transactional
    void surveyed(ActivationNumber activation, Found found) {
        jdbc.sql(
                        """
                        insert into site_survey
                            (activation_number, site_id, usable, entry, power, network, notes, surveyed_by, surveyed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        activation.value(),
                        found.site(),
                        found.usable(),
                        found.entry(),
                        found.power(),
                        found.network(),
                        found.notes(),
                        found.by(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    void sheet(ActivationNumber activation, String place, Map<String, Object> sheet, String by) {
        jdbc.sql(
                        """
                        insert into damage_sheet (activation_number, place, sheet, entered_by, entered_at)
                        values (?, ?, ?::jsonb, ?, ?)""")
                .params(activation.value(), place, written(sheet), by, Timestamp.from(clock.instant()))
                .update();
    }

    /** One line per site, the latest survey of each. */
    public List<String> found(ActivationNumber activation) {
        Plan plan = activations.planOf(activation);
        return jdbc.sql(
                        """
                        select distinct on (site_id) site_id, usable, entry, power, network, notes from site_survey
                        where activation_number = ? order by site_id, id desc""")
                .param(activation.value())
                .query((row, n) -> "%s: %s(立入り%s、電力%s、通信%s)%s"
                        .formatted(
                                plan.site(row.getString("site_id")).name(),
                                word(row.getString("usable")),
                                word(row.getString("entry")),
                                word(row.getString("power")),
                                word(row.getString("network")),
                                row.getString("notes") == null ? "" : " " + row.getString("notes")))
                .list();
    }

    private static String word(String code) {
        return WORDS.getOrDefault(code == null ? "unknown" : code, code);
    }

    private String written(Map<String, Object> sheet) {
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
