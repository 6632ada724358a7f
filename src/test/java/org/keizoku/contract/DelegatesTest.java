package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every bean that a model names is there: the engine would find out only when a token arrives. */
@KeizokuTest
class DelegatesTest {

    @Autowired
    ApplicationContext context;

    @Test
    void every_bean_that_a_model_names_is_a_delegate_or_listener_of_the_application() {
        List<String> missing = WorkRules.beanNames(Models.in(Path.of(""), List.of())).stream()
                .filter(name -> !isDelegate(name))
                .sorted()
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void a_bean_of_another_kind_is_no_delegate() {
        assertThat(isDelegate("clock")).isFalse();
    }

    private boolean isDelegate(String name) {
        return context.containsBean(name)
                && (context.isTypeMatch(name, JavaDelegate.class)
                        || context.isTypeMatch(name, TaskListener.class)
                        || context.isTypeMatch(name, ExecutionListener.class));
    }
}
