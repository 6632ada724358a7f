package org.keizoku.notice;

import org.junit.jupiter.api.Test;

/** A dispatcher that is killed, or loses its database, at random moments; a thousand times over in NoticeKillsBench. */
class KilledDispatcherTest {

    @Test
    void killed_four_times_no_notice_is_lost_no_sms_goes_twice_and_every_double_mail_is_flagged() throws Exception {
        try (var outages = new Outages()) {
            outages.kills(4);
            outages.leaveNothingLostOrDoubleUnsaid();
        }
    }
}
