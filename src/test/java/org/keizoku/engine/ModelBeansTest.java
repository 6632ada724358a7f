package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class ModelBeansTest {

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final ModelBeans beans = new ModelBeans(context);

    @BeforeEach
    void a_context_with_delegates_listeners_and_a_service() {
        context.registerBean("callOutStaff", JavaDelegate.class, () -> execution -> {});
        context.registerBean("keepSheet", TaskListener.class, () -> task -> {});
        context.registerBean("noteStep", ExecutionListener.class, () -> execution -> {});
        context.registerBean("clock", Clock.class, Clock::systemUTC);
        context.refresh();
    }

    @Test
    void delegates_and_listeners_are_reached_by_name() {
        assertThat(beans.get("callOutStaff")).isInstanceOf(JavaDelegate.class);
        assertThat(beans.get("keepSheet")).isInstanceOf(TaskListener.class);
        assertThat(beans.get("noteStep")).isInstanceOf(ExecutionListener.class);
    }

    @Test
    void a_service_is_not_there_for_expressions_though_the_context_has_it() {
        assertThat(context.containsBean("clock")).isTrue();
        assertThat(beans.containsKey("clock")).isFalse();
        assertThat(beans.get("clock")).isNull();
    }

    @Test
    void a_name_that_no_bean_has_is_simply_not_there() {
        assertThat(beans.containsKey("nobody")).isFalse();
        assertThat(beans.containsKey(42)).isFalse();
    }
}
