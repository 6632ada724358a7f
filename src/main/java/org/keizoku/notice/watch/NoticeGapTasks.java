package org.keizoku.notice.watch;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.plan.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notice-gap.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class NoticeGapTasks {

    @Bean
    TaskListener recordGapHandled(NoticeGaps gaps) {
        return task -> gaps.handled(
                NoticeGapModel.NUMBER.from(task),
                new PersonId(task.getAssignee()),
                NoticeGapModel.REMEDY.find(task).orElse(""));
    }
}
