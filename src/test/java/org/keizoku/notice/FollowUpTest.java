package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.notice.NextWay.Lost;
import org.keizoku.people.contact.ContactChannel;
import org.springframework.dao.DataAccessResourceFailureException;

class FollowUpTest {

    private static final ActivationNumber FIRST = new ActivationNumber("2026-001");
    private static final ActivationNumber SECOND = new ActivationNumber("2026-002");

    private final NextWay nextWay = mock();
    private final UnreachedPeople unreached = mock();
    private final FollowUp followUp = new FollowUp(nextWay, unreached);

    @Test
    void one_notice_or_activation_that_fails_holds_up_no_other() {
        var broken = lost(1);
        var next = lost(2);
        when(nextWay.lost()).thenReturn(List.of(broken, next));
        when(unreached.untold()).thenReturn(List.of(FIRST, SECOND));
        doThrow(new IllegalStateException("broken")).when(nextWay).follow(broken);
        doThrow(new IllegalStateException("broken")).when(unreached).tell(FIRST);

        assertThat(followUp.look()).isTrue();
        verify(nextWay).follow(next);
        verify(unreached).tell(SECOND);
    }

    @Test
    void a_database_that_is_away_ends_the_look() {
        var first = lost(1);
        var second = lost(2);
        when(nextWay.lost()).thenReturn(List.of(first, second));
        doThrow(new DataAccessResourceFailureException("away")).when(nextWay).follow(first);

        assertThatThrownBy(followUp::look).isInstanceOf(DataAccessResourceFailureException.class);
        verify(nextWay, never()).follow(second);
    }

    @Test
    void with_nothing_lost_there_is_nothing_to_do() {
        assertThat(followUp.look()).isFalse();
    }

    private static Lost lost(long id) {
        return new Lost(id, null, Optional.of(ContactChannel.SMS), 0, NoticeState.UNDELIVERED, Instant.EPOCH, "30003");
    }
}
