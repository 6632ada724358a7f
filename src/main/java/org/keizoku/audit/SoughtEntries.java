package org.keizoku.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keizoku.audit.search.Blocks;
import org.keizoku.audit.search.Range;
import org.keizoku.plan.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The entries that an auditor looks for, in the order of the record, a page at a time from where the page before ended. */
@Repository
class SoughtEntries {

    static final int PAGE = 200;

    /** So many are counted; nobody reads on, and counting reads them all. */
    static final int COUNTED = 400;

    /** So many entries are read for one page at most; who looks for what is nowhere goes on from there. */
    private static final int READ_AT_MOST = 150_000;

    /** Ranges that are asked for at once, at first and at most: most pages are full after the first few. */
    private static final int FEW = 16;

    private static final int MANY = 256;

    /** The values are read once for each entry, and only where they are searched; the planner is kept from joining the whole ledger. */
    private static final String WITH_VALUES =
            """
            select id from ledger_entry left join lateral (
                select facts::text as facts from ledger_facts
                where entry_id = id and (:text <> '' or :system <> '') offset 0) kept on true
            where""";

    private static final String MATCHES =
            """
            and (:person = '' or actor = any(:persons)
                or exists (select 1 from unnest(:persons) p where strpos(told, '{' || p || '}') > 0))
              and (:system = '' or exists (select 1 from unnest(:systems) s where strpos(told, s) > 0 or strpos(facts, s) > 0))
              and (:task = '' or kind like 'task-%' and strpos(lower(told), lower(:task)) > 0)
              and (:text = '' or strpos(lower(told), lower(:text)) > 0 or strpos(lower(facts), lower(:text)) > 0
                or strpos(lower(capacity), lower(:text)) > 0 or actor = any(:named)
                or exists (select 1 from unnest(:named) p where strpos(told, '{' || p || '}') > 0))
              and (:details or kind <> all(:finer))
              and (cast(:begin as timestamptz) is null or at >= :begin)
              and (cast(:end as timestamptz) is null or at < :end)""";

    private static final String IN_ACTIVATION =
            WITH_VALUES + " activation_number = :activation and id between :from and :to " + MATCHES;

    private static final String IN_RANGES =
            "select found.id as id from unnest(cast(:froms as bigint[]), cast(:tos as bigint[])) r(f, t), lateral ("
                    + WITH_VALUES
                    + " id between r.f and r.t and activation_number is not null "
                    + MATCHES
                    + " offset 0) found";

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Blocks blocks;

    SoughtEntries(JdbcClient jdbc, Entries entries, Blocks blocks) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.blocks = blocks;
    }

    /** The page from there. */
    Found find(Sought sought, Plan plan, Place place) {
        int most = place.isBeginning() ? COUNTED + 1 : PAGE + 1;
        Ids ids = sought.activation() == null
                ? everywhere(sought, plan, place, most)
                : inActivation(sought, plan, place, most);
        List<Long> shown = new ArrayList<>(
                ids.found().subList(0, Math.min(PAGE, ids.found().size())));
        if (place.isBackwards()) {
            Collections.reverse(shown);
        }
        return new Found(read(shown), ids.found().size(), ids.readTo(), place);
    }

    private Ids inActivation(Sought sought, Plan plan, Place place, int most) {
        return new Ids(
                statement(IN_ACTIVATION, sought, plan, place, most)
                        .param("activation", sought.activation())
                        .param("from", place.from())
                        .param("to", place.to())
                        .query(Long.class)
                        .list(),
                null);
    }

    private Ids everywhere(Sought sought, Plan plan, Place place, int most) {
        if (sought.isImpossible(plan)) {
            return new Ids(List.of(), null);
        }
        List<Range> ranges = blocks.among(sought.wanted(plan), place.from(), place.to());
        if (place.isBackwards()) {
            Collections.reverse(ranges);
        }
        List<Long> found = new ArrayList<>();
        long read = 0;
        int next = 0;
        for (int size = FEW;
                next < ranges.size() && found.size() < most && read < READ_AT_MOST;
                size = Math.min(size * 2, MANY)) {
            List<Range> few = ranges.subList(next, Math.min(next + size, ranges.size()));
            found.addAll(statement(IN_RANGES, sought, plan, place, most - found.size())
                    .param("froms", few.stream().map(Range::from).toArray(Long[]::new))
                    .param("tos", few.stream().map(Range::to).toArray(Long[]::new))
                    .query(Long.class)
                    .list());
            next += few.size();
            read += few.stream().mapToLong(Range::size).sum();
        }
        boolean whole = next == ranges.size() || found.size() == most;
        return new Ids(
                found,
                whole
                        ? null
                        : place.isBackwards()
                                ? ranges.get(next).to() + 1
                                : ranges.get(next).from() - 1);
    }

    private List<Entry> read(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from ledger_entry left join ledger_facts on entry_id = id where id = any(?) order by id")
                        .param(ids.toArray(Long[]::new))
                        .query(entries::entry)
                        .list();
    }

    private StatementSpec statement(String sql, Sought sought, Plan plan, Place place, int most) {
        return jdbc.sql(sql + " order by id" + (place.isBackwards() ? " desc" : "") + " limit :most")
                .param("person", sought.person())
                .param("persons", sought.persons(plan))
                .param("system", sought.system())
                .param("systems", sought.systems(plan))
                .param("task", sought.task())
                .param("text", sought.text())
                .param("named", sought.personsInText(plan))
                .param("details", sought.details())
                .param("finer", Details.KINDS.toArray(String[]::new))
                .param("begin", timestamp(sought.begin()), Types.TIMESTAMP)
                .param("end", timestamp(sought.end()), Types.TIMESTAMP)
                .param("most", most);
    }

    private static Timestamp timestamp(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    /**
     * What was found, in the direction of the search.
     *
     * @param readTo where the search stopped before its end; null where it did not
     */
    private record Ids(List<Long> found, Long readTo) {}
}
