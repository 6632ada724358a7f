package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ProcessVariableTest {

    private static final ProcessVariable<Date> ARRIVE_BY = ProcessVariable.of("arriveBy", Date.class);

    private final VariableScope scope = Mockito.mock(VariableScope.class);

    @Test
    void a_value_is_read_with_its_type() {
        Mockito.when(scope.getVariable("arriveBy")).thenReturn(new Date(0));

        assertThat(ARRIVE_BY.from(scope)).isEqualTo(new Date(0));
    }

    @Test
    void a_missing_value_names_itself() {
        assertThat(ARRIVE_BY.find(scope)).isEmpty();
        assertThatThrownBy(() -> ARRIVE_BY.from(scope))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("process variable 'arriveBy' is missing");
    }

    @Test
    void a_value_of_another_type_says_what_it_is_and_what_it_should_be() {
        Mockito.when(scope.getVariable("arriveBy")).thenReturn("tomorrow");

        assertThatThrownBy(() -> ARRIVE_BY.from(scope))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("process variable 'arriveBy' is a String, not a Date");
    }

    @Test
    void a_value_is_set_under_its_name() {
        ARRIVE_BY.set(scope, new Date(5));

        Mockito.verify(scope).setVariable("arriveBy", new Date(5));
    }
}
