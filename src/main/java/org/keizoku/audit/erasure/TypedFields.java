package org.keizoku.audit.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Under which names entries hold what somebody typed: the labels of the text fields of every form that was ever deployed, and our pages'. */
final class TypedFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /** What comes by pages, start forms and signals. Whatever is missing here still goes with its entry, and the command says so. */
    private static final Set<String> PAGES = Set.of(
            "理由", "理由・意見", "状況", "本文", "申出", "補足", "何に対して", "補う対策", "元に戻す方法", "証跡", "方法", "確認した内容", "ファイル", "目的");

    /**
     * Under such names these hold what the program wrote, or what another person than the actor typed, whose own entry has it: it stands in
     * others' entries as well.
     */
    private static final Set<String> NOT_THE_ACTORS = Set.of(
            "attempt-refused",
            "absence-declared",
            "absence-ended",
            "activation-corrected",
            "downgrade-end",
            "downgrade-evidence-read",
            "erased-on-request",
            "ledger-removed",
            "plan-in-force",
            "record-exported",
            "record-looked-at",
            "record-look-refused",
            "report-handed-over",
            "values-erased");

    private static final String SIGNAL_REFUSED = "signal-refused";
    private static final String BODY = "本文";

    private final Set<String> names = new HashSet<>(PAGES);

    TypedFields(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select bytes_ from act_ge_bytearray where deployment_id_ is not null and name_ like '%.form'")) {
            while (rows.next()) {
                collect(JSON.readTree(rows.getBytes(1)));
            }
        } catch (IOException noForm) {
            throw new IllegalStateException("a deployed form cannot be read", noForm);
        }
    }

    boolean has(String kind, String name) {
        return names.contains(name)
                && !NOT_THE_ACTORS.contains(kind)
                && (!kind.equals(SIGNAL_REFUSED) || name.equals(BODY));
    }

    private void collect(JsonNode component) {
        if (TEXTS.contains(component.path("type").asText())) {
            names.add(component.path("label").asText(component.path("key").asText()));
        }
        component.path("components").forEach(this::collect);
    }
}
