package org.keizoku.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.notice.Kills;

/**
 * A thousand kills of a dispatcher: every connection to its database is cut at a random moment, and nothing that it still does reaches a
 * provider. {@code mvn verify -Pbench}; fewer with {@code -Dkeizoku.bench.kills=100}.
 */
@Tag("bench")
class NoticeKillsBench {

    private static final int KILLS = Integer.getInteger("keizoku.bench.kills", 1000);

    @Test
    void no_notice_is_lost_no_sms_goes_twice_and_every_double_mail_is_flagged() throws Exception {
        long began = System.nanoTime();
        try (var kills = new Kills()) {
            kills.happen(KILLS);
            kills.leaveNothingLostOrDoubleUnsaid();
            System.out.printf(
                    "%,d kills in %,d s: %s; 0 lost, 0 SMS twice, every possibly double mail flagged: passed%n",
                    KILLS, (System.nanoTime() - began) / 1_000_000_000, kills.told());
        }
    }
}
