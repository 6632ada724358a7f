package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

class UnreachedAreAbsentTest {

    private static final ActivationNumber ACTIVATION = new ActivationNumber("2026-001");

    private final UnreachedPeople unreached = mock();

    @Test
    void whom_no_way_reaches_is_absent_once_with_what_became_of_the_ways() {
        var head = new PersonId("ict-bucho");
        when(unreached.of(ACTIVATION))
                .thenReturn(List.of(
                        new Unreached(head, "decision/1", "判断依頼", "SMS 不達"),
                        new Unreached(head, "decision/2", "判断依頼", "SMS 失敗")));

        assertThat(new UnreachedAreAbsent(unreached, told -> {}).of(ACTIVATION))
                .isEqualTo(Map.of(head, "連絡が届かない(SMS 不達)"));
    }
}
