package org.keizoku.engine;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys processes, decisions and forms together, under the names they have in the repository, before the first request is served.
 * One changed file makes a new version of all, so that a process finds the forms and decisions it was written with.
 */
@Component
public class ProcedureDeployment implements SmartInitializingSingleton {

    private final RepositoryService repository;
    private final List<MoreProcedures> more;

    ProcedureDeployment(RepositoryService repository, List<MoreProcedures> more) {
        this.repository = repository;
        this.more = more;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deployWhatIsThere();
    }

    /** Deploys the files as they are now, with the caller's transaction; where none has changed since the last time, nothing happens. */
    public void deployWhatIsThere() {
        try {
            deploy();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the processes could not be read", unreadable);
        }
    }

    private void deploy() throws IOException {
        var files = new TreeMap<>(SharedProcedures.files());
        more.forEach(procedures -> files.putAll(procedures.files()));
        var deployment =
                repository.createDeployment().name("keizoku").source("keizoku").enableDuplicateFiltering(false);
        for (var file : files.entrySet()) {
            try (var content = file.getValue().getInputStream()) {
                deployment.addInputStream(file.getKey(), content);
            }
        }
        deployment.deploy();
        insistOn(files.keySet());
    }

    /** A file that yields no definition would otherwise be found out in the night it is needed. */
    private void insistOn(Set<String> files) {
        Set<String> deployed = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet());
        for (String file : files) {
            String process = file.replaceAll("^.*/|\\.bpmn$", "");
            if (file.endsWith(".bpmn") && !deployed.contains(process)) {
                throw new IllegalStateException("no process '%s' was deployed from %s".formatted(process, file));
            }
        }
    }
}
