package org.keizoku.audit.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The procedures, tables and forms with which an activation ran, as they were deployed: a folder for each deployment. */
final class ModelParts {

    private static final String DEPLOYED =
            """
            select deployment_id_, name_, bytes_ from act_ge_bytearray
            where deployment_id_ in (
                select d.deployment_id_ from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = ?)
            order by deployment_id_, name_""";

    private ModelParts() {}

    static void write(JdbcTemplate jdbc, String activation, BundleZip zip) {
        jdbc.query(
                DEPLOYED,
                (RowCallbackHandler) row -> {
                    byte[] bytes = row.getBytes(3);
                    zip.file(
                            "models/%s/%s".formatted(row.getString(1), path(row.getString(2))),
                            out -> out.write(bytes));
                },
                activation);
    }

    /** The name in the deployment, such that it unpacks on every system and nowhere else. */
    static String path(String name) {
        return Stream.of(name.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.matches("\\.+")
                        ? segment.replace(".", "%2E")
                        : URLEncoder.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }
}
