package org.keizoku.plan.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.PlanFinding.Severity;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;

/** How findings are printed. */
enum FindingFormat {
    /** For people, by severity. */
    TEXT {
        @Override
        void print(List<PlanFinding> findings, PrintWriter out) {
            for (Severity severity : Severity.values()) {
                List<PlanFinding> all = findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .toList();
                out.println("%s %d件".formatted(severity.label(), all.size()));
                all.forEach(finding -> out.print(told(finding)));
            }
            out.flush();
        }

        private String told(PlanFinding finding) {
            String clause = finding.clause()
                    .flatMap(Clauses::find)
                    .map(Clause::told)
                    .map("    根拠: %s%n"::formatted)
                    .orElse("");
            return "  %s [%s]%n    %s%n    対処: %s%n%s"
                    .formatted(finding.where(), finding.rule(), finding.message(), finding.remedy(), clause);
        }
    },
    /** For programs: an array of objects. */
    JSON {
        @Override
        void print(List<PlanFinding> findings, PrintWriter out) {
            try {
                out.println(JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(findings));
            } catch (JsonProcessingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    };

    abstract void print(List<PlanFinding> findings, PrintWriter out);
}
