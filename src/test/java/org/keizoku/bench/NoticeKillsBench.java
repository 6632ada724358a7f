package org.keizoku.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.notice.Outages;
import org.keizoku.notice.Outages.Tally;

/**
 * A thousand interruptions of nodes that plan and hand over, at random moments: some are processes killed with SIGKILL, each followed by
 * the next on the same database; the others are cuts of all connections to the database of a node that lives on. Four outboxes suffer
 * side by side. {@code mvn verify -Pbench}, about a quarter of an hour; fewer with {@code -Dkeizoku.bench.kills=20} and
 * {@code -Dkeizoku.bench.cuts=80}.
 */
@Tag("bench")
class NoticeKillsBench {

    private static final int KILLS = Integer.getInteger("keizoku.bench.kills", 200);
    private static final int CUTS = Integer.getInteger("keizoku.bench.cuts", 800);
    private static final int SIDE_BY_SIDE = 2;

    private final ExecutorService side = Executors.newCachedThreadPool();
    private final List<Outages> opened = new ArrayList<>();

    @AfterEach
    void close() {
        side.shutdownNow();
        opened.forEach(Outages::close);
    }

    @Test
    void no_notice_is_lost_no_sms_goes_twice_and_every_double_mail_is_flagged() throws Exception {
        var kills = suffered(outages -> outages.kills(KILLS / SIDE_BY_SIDE));
        var cuts = suffered(outages -> outages.cuts(CUTS / SIDE_BY_SIDE));
        System.out.println(
                "| | times | notices | of them in a message of another | SMS asked about | mails that went twice |"
                        + " mails flagged |");
        print("cut of the database", CUTS, cuts);
        print("SIGKILL of the process", KILLS, kills);
        System.out.println("0 notices lost, 0 SMS twice, every mail that went twice is flagged: passed");
    }

    /** Where a notice is lost, or double without a word, its future fails. */
    private List<Future<Tally>> suffered(Interruption interruption) {
        List<Future<Tally>> tallies = new ArrayList<>();
        for (int n = 0; n < SIDE_BY_SIDE; n++) {
            var outages = new Outages();
            opened.add(outages);
            tallies.add(side.submit(() -> {
                interruption.happens(outages);
                outages.leaveNothingLostOrDoubleUnsaid();
                return outages.tally();
            }));
        }
        return tallies;
    }

    private static void print(String interruption, int times, List<Future<Tally>> outboxes)
            throws InterruptedException, ExecutionException {
        var sum = new Tally(0, 0, 0, 0, 0);
        for (var outbox : outboxes) {
            sum = sum.plus(outbox.get());
        }
        System.out.printf(
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d |%n",
                interruption, times, sum.notices(), sum.bundled(), sum.asked(), sum.mailsTwice(), sum.flagged());
    }

    private interface Interruption {
        void happens(Outages outages) throws Exception;
    }
}
