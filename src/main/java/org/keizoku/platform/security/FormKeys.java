package org.keizoku.platform.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.keizoku.engine.Actor;
import org.keizoku.engine.FormContract;
import org.springframework.stereotype.Component;

/** The variables that the form of a task, or of a start, may set; whether the person may submit it is for the engine to say. */
@Component
class FormKeys {

    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService repository;
    private final FormContract contract;
    private final Actor actor;

    FormKeys(TaskService tasks, FormService forms, RepositoryService repository, FormContract contract, Actor actor) {
        this.tasks = tasks;
        this.forms = forms;
        this.repository = repository;
        this.contract = contract;
        this.actor = actor;
    }

    /** Empty when there is no such task. */
    Optional<List<String>> ofTask(String id) {
        return actor.asSystem(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                        .map(task -> task.getProcessDefinitionId() == null
                                ? List.<String>of()
                                : keys(forms.getTaskFormData(id), task.getProcessDefinitionId())));
    }

    /** Empty when there is no such process. */
    Optional<List<String>> ofStart(String idOrKey, boolean isKey) {
        return actor.asSystem(() -> {
            var query = repository.createProcessDefinitionQuery();
            var found =
                    isKey ? query.processDefinitionKey(idOrKey).latestVersion() : query.processDefinitionId(idOrKey);
            return Optional.ofNullable(found.singleResult())
                    .map(ProcessDefinition::getId)
                    .map(id -> keys(forms.getStartFormData(id), id));
        });
    }

    private List<String> keys(FormData form, String process) {
        return form == null || form.getCamundaFormRef() == null
                ? List.of()
                : contract.keys(
                        repository.getProcessDefinition(process).getDeploymentId(),
                        form.getCamundaFormRef().getKey());
    }
}
