package org.keizoku.plan.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keizoku.plan.Plan;
import org.springframework.core.io.Resource;

/**
 * Procedures, decision tables and forms that belong together.
 *
 * @param ids the processes and decisions, by which a plan names what it uses
 */
record ModelFolder(Set<String> ids, List<Carried> carried) {

    /**
     * @param files by their names, which tell by their endings what they are
     */
    static ModelFolder of(Map<String, Resource> files) {
        Set<String> ids = new HashSet<>();
        List<Carried> carried = new ArrayList<>();
        Map<String, String> namesOfForms = new HashMap<>();
        files.forEach((name, file) -> {
            if (name.endsWith(".bpmn")) {
                var procedure = new ProcedureFile(file);
                ids.add(procedure.id());
                procedure.carried().forEach(carried::add);
                namesOfForms.putAll(procedure.namesOfForms());
            } else if (name.endsWith(".dmn")) {
                var tables = new TableFile(file);
                tables.decisions().forEach(ids::add);
                tables.carried().forEach(carried::add);
            }
        });
        files.forEach((name, file) -> {
            if (name.endsWith(".form")) {
                new FormFile(file).carried(namesOfForms).forEach(carried::add);
            }
        });
        return new ModelFolder(ids, carried);
    }

    boolean isUsedBy(Plan plan) {
        return plan.tables().values().stream().anyMatch(ids::contains)
                || plan.procedures().values().stream().anyMatch(ids::contains);
    }
}
