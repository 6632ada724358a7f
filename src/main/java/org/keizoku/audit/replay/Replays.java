package org.keizoku.audit.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.Attempts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The replays of activations; the last ones asked for are kept, since an auditor asks for one scene after the other. */
@Service
class Replays {

    private static final int KEPT = 4;

    private final ReplayProcess process;
    private final RecordedEntries entries;
    private final Attempts attempts;
    private final Activations activations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<ActivationNumber, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ActivationNumber, Kept> eldest) {
            return size() > KEPT;
        }
    };

    Replays(
            ReplayProcess process,
            RecordedEntries entries,
            Attempts attempts,
            Activations activations,
            JdbcClient jdbc,
            Clock clock) {
        this.process = process;
        this.entries = entries;
        this.attempts = attempts;
        this.activations = activations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The activation until now. */
    Replay of(ActivationNumber activation) {
        String state = state(activation);
        synchronized (kept) {
            Kept known = kept.get(activation);
            if (known != null && known.state().equals(state)) {
                return known.replay().readAt(clock.instant());
            }
        }
        Replay replay = read(activation);
        synchronized (kept) {
            kept.put(activation, new Kept(state, replay));
        }
        return replay;
    }

    private Replay read(ActivationNumber activation) {
        var runs = process.runs(activation);
        var recorded = entries.of(activation);
        List<Change> changes =
                new ArrayList<>(process.changes(activation, runs, new Discretion(activations.planOf(activation))));
        recorded.stream().flatMap(entry -> entry.holding().stream()).forEach(changes::add);
        changes.sort(Change.IN_ORDER);
        return new Replay(runs, changes, recorded, attempts.of(activation), clock.instant());
    }

    /** Another one as soon as anything of the activation happened, or anything at all was erased. */
    private String state(ActivationNumber activation) {
        return jdbc.sql(
                        """
                        select concat_ws('/',
                          (select count(*) from ledger_entry where activation_number = :activation),
                          (select count(*) from ledger_entry where kind = 'erased-on-request'),
                          (select concat_ws('-', count(*), count(a.end_time_)) from act_hi_actinst a
                            join act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = :activation),
                          (select count(*) from act_hi_detail d
                            join act_hi_procinst p on p.id_ = d.proc_inst_id_ where p.business_key_ = :activation),
                          (select concat_ws('-', count(*), max(changed_at)) from notice where activation_number = :activation),
                          (select count(*) from notice_attempt a join notice n on n.id = a.notice_id
                            where n.activation_number = :activation))""")
                .param("activation", activation.value())
                .query(String.class)
                .single();
    }

    private record Kept(String state, Replay replay) {}
}
