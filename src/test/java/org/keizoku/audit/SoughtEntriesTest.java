package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.audit.search.Blocks;
import org.keizoku.audit.search.BlocksOnTrial;
import org.keizoku.local.LocalPeople;
import org.keizoku.plan.Plan;

/** A ledger of many blocks, searched; what is searched by its blocks is found as by reading everything. */
class SoughtEntriesTest {

    private static final Plan PLAN = LocalPeople.ofPlan("sample-city").plan();
    private static final int NIGHTS = 6;
    private static final int EACH = 130;

    private static LedgerOnTrial ledger;
    private static Blocks blocks;
    private static SoughtEntries entries;

    /** Six activations, a minute between their entries; in each the 50th entry is another, and the last is not under a block yet. */
    @BeforeAll
    static void six_nights() {
        ledger = new LedgerOnTrial();
        blocks = BlocksOnTrial.of(ledger);
        entries = new SoughtEntries(ledger.jdbc(), new Entries(ledger.jdbc(), new ObjectMapper()), blocks);
        ledger.transaction().executeWithoutResult(filling -> {
            for (int night = 1; night <= NIGHTS; night++) {
                for (int n = 0; n < EACH; n++) {
                    tell(night, n);
                    ledger.passes(Duration.ofMinutes(1));
                }
            }
        });
        var sealers = new SealersOnTrial(ledger);
        while (ledger.jdbc()
                        .sql("select count(*) from ledger_seal")
                        .query(Long.class)
                        .single()
                == 0) {
            sealers.seal(1);
        }
        blocks.make();
    }

    private static void tell(int night, int n) {
        String number = "2026-00" + night;
        if (n == 50) {
            ledger.tell(number, "住民情報システム: 全面復旧", Map.of("備考", "給水車 " + night + " 号 ABC"));
        } else if (n == 51) {
            ledger.tell(number, "{shukan} を班長とする", Map.of());
        } else {
            ledger.tell(number, "判断 " + n, Map.of("理由", "余震", "対象", "mail"));
        }
    }

    @Test
    void what_is_sealed_stands_in_blocks() {
        assertThat(ledger.count("ledger_block")).isEqualTo(NIGHTS * EACH / 128);
        blocks.make();
        assertThat(ledger.count("ledger_block")).isEqualTo(NIGHTS * EACH / 128);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', 給水車, 6",
        "'', '', '', 車, 6",
        "'', '', '', 水給, 0",
        "'', '', '', 給水車 3 号 abc, 1",
        "'', '', '', 主幹子, 6",
        "主幹子, '', '', '', 6",
        "shukan, '', '', 班長, 6",
        "知らない人, '', '', '', 0",
        "'', 住民情報, '', '', 6",
        "'', 住民情報, '', 余震, 0",
        "'', '', 判断, '', 0",
        "'', 知らないシステム, '', '', 0",
    })
    void each_is_found_wherever_it_stands(String person, String system, String task, String text, int found) {
        assertThat(all(new Sought(null, person, system, task, text, null, null, true)))
                .hasSize(found);
    }

    @Test
    void time_narrows_it_to_the_minute() {
        var from = LocalDateTime.parse("2026-01-05T04:24");
        var last = LocalDateTime.parse("2026-01-05T06:33");

        assertThat(all(new Sought(null, "", "", "", "", from, last, true))).hasSize(EACH);
        assertThat(all(new Sought(null, "", "", "", "給水車", from, last, true))).hasSize(1);
        assertThat(all(new Sought(null, "", "", "", "給水車", LocalDateTime.parse("2027-01-01T00:00"), null, true)))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_to_the_end_and_back_again() {
        var sought = new Sought(null, "", "", "", "余震", null, null, true);
        List<List<Long>> forwards = new ArrayList<>();
        Found page = entries.find(sought, PLAN, new Place(0, 0));
        assertThat(page.told()).isEqualTo("400件以上");
        assertThat(page.previous()).isNull();
        while (true) {
            forwards.add(ids(page));
            if (page.next() == null) {
                break;
            }
            page = entries.find(sought, PLAN, new Place(page.next(), 0));
            assertThat(page.told()).isEmpty();
        }

        assertThat(entries.find(new Sought(null, "", "", "", "給水車", null, null, true), PLAN, new Place(0, 0))
                        .told())
                .isEqualTo("6件");
        assertThat(forwards).hasSize(4);
        assertThat(forwards.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(NIGHTS * (EACH - 2));
        List<List<Long>> backwards = new ArrayList<>(List.of(forwards.get(3)));
        while (page.previous() != null) {
            page = entries.find(sought, PLAN, new Place(0, page.previous()));
            if (!page.entries().isEmpty()) {
                backwards.add(0, ids(page));
            }
        }
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void in_one_activation_the_same_is_found() {
        assertThat(all(new Sought("2026-003", "", "", "", "給水車", null, null, true)))
                .hasSize(1);
        assertThat(all(new Sought("2026-003", "", "", "", "", null, null, true)))
                .hasSize(EACH);
    }

    @Test
    void erased_values_are_not_to_be_guessed_from_a_block() throws SQLException {
        long entry =
                all(new Sought("2026-002", "", "", "", "給水車", null, null, true)).get(0);
        try (var owner = ledger.owner()) {
            owner.createStatement().execute("begin; select ledger_erase(%d, 'kansa', '本人の求め')".formatted(entry));
            assertThat(blockOf(owner, entry)).isNull();
            owner.createStatement().execute("rollback");
            assertThat(blockOf(owner, entry)).isNotNull();
            owner.createStatement().execute("update ledger_block set grams = null");
        }
        assertThat(all(new Sought(null, "", "", "", "給水車", null, null, true))).hasSize(6);
        blocks.make();
        assertThat(ledger.jdbc()
                        .sql("select count(*) from ledger_block where grams is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(all(new Sought(null, "", "", "", "給水車", null, null, true))).hasSize(6);
    }

    private static Object blockOf(Connection owner, long entry) throws SQLException {
        var row = owner.createStatement()
                .executeQuery("select grams from ledger_block where %d between from_id and to_id".formatted(entry));
        row.next();
        return row.getObject(1);
    }

    private static List<Long> all(Sought sought) {
        List<Long> found = new ArrayList<>();
        for (Long next = 0L; next != null; ) {
            Found page = entries.find(sought, PLAN, new Place(next, 0));
            found.addAll(ids(page));
            next = page.next();
        }
        return found;
    }

    private static List<Long> ids(Found page) {
        return page.entries().stream().map(Entry::id).toList();
    }
}
