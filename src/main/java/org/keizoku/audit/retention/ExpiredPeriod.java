package org.keizoku.audit.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the record may be removed: whole seals older than the date, and before the first entry of anything that had not ended by then.
 * An activation goes as a whole or not at all.
 */
final class ExpiredPeriod {

    /** An activation's own history: exports and erasures that came later belong to the time in which they happened. */
    private static final String ACTIVATION =
            """
            select touched.activation_number, touched.first from (
                select activation_number, min(id) as first,
                    max(id) filter (where kind like 'task-%' or kind like 'procedure-%' or kind = 'timer-fired') as last
                from ledger_entry where activation_number is not null group by 1) touched
            left join activation on number = touched.activation_number
            where first <= ? and (state = 'OPEN' or closed_at >= ? or last > ?
                or exists (select 1 from act_hi_procinst
                    where business_key_ = touched.activation_number and end_time_ is null))
            order by first limit 1""";

    /** Outside of activations a procedure is known by its time only. */
    private static final String PROCEDURE =
            """
            select p.proc_def_key_, (select min(id) from ledger_entry where recorded_at >= p.start_time_ at time zone 'Asia/Tokyo') as first
            from act_hi_procinst p, (select max(recorded_at) as until from ledger_entry where id <= ?) period
            where not exists (select 1 from activation where number = p.business_key_)
                and p.start_time_ at time zone 'Asia/Tokyo' <= until
                and (p.end_time_ is null or p.end_time_ at time zone 'Asia/Tokyo' > until)
            order by first limit 1""";

    private final Connection connection;
    private final OffsetDateTime before;

    ExpiredPeriod(Connection connection, Instant before) {
        this.connection = connection;
        this.before = before.atOffset(ZoneOffset.UTC);
    }

    Period find() throws SQLException {
        List<String> kept = new ArrayList<>();
        var period = seal("sealed_at < ?", before, kept);
        for (var hindrance = hindrance(period); hindrance.isPresent(); hindrance = hindrance(period)) {
            kept.add(hindrance.get().told());
            period = seal("to_id < ?", hindrance.get().firstEntry(), kept);
        }
        return period.isEmpty() || isRemoved(period) ? new Period(0, 0, List.copyOf(kept)) : period;
    }

    private Period seal(String condition, Object value, List<String> kept) throws SQLException {
        return first(
                        "select no, to_id from ledger_seal where %s order by no desc limit 1".formatted(condition),
                        row -> new Period(row.getLong(1), row.getLong(2), List.copyOf(kept)),
                        value)
                .orElse(Period.NOTHING);
    }

    private Optional<Hindrance> hindrance(Period period) throws SQLException {
        if (period.isEmpty()) {
            return Optional.empty();
        }
        var activation = first(
                ACTIVATION,
                row -> new Hindrance("発動 %s は、この日より前に終わっていない".formatted(row.getString(1)), row.getLong(2)),
                period.lastEntry(),
                before,
                period.lastEntry());
        return activation.isPresent()
                ? activation
                : first(
                        PROCEDURE,
                        row -> new Hindrance("手順 %s が続いている".formatted(row.getString(1)), row.getLong(2)),
                        period.lastEntry());
    }

    private boolean isRemoved(Period period) throws SQLException {
        return first("select 1 from ledger_entry where id <= ? limit 1", row -> true, period.lastEntry())
                .isEmpty();
    }

    private <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What keeps the period from reaching its first entry. */
    private record Hindrance(String told, long firstEntry) {}
}
