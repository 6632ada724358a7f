package org.keizoku.notice;

import org.junit.jupiter.api.Test;

/** A dispatcher killed again and again at random moments; a thousand times over in NoticeKillsBench. */
class KilledDispatcherTest {

    @Test
    void killed_ten_times_no_notice_is_lost_no_sms_goes_twice_and_every_double_mail_is_flagged() throws Exception {
        try (var kills = new Kills()) {
            kills.happen(10);
            kills.leaveNothingLostOrDoubleUnsaid();
        }
    }
}
