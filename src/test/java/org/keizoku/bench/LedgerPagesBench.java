package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.search.Blocks;
import org.keizoku.platform.Visitor;
import org.keizoku.scenario.City;
import org.keizoku.scenario.Everybody;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long an auditor waits for the pages of the record, over real HTTP: of an activation of ten thousand entries, and of a million entries
 * in a thousand activations. {@code mvn verify -Pbench}, about ten minutes.
 */
@Tag("bench")
@KeizokuTest
class LedgerPagesBench {

    private static final int LONG = Integer.getInteger("keizoku.bench.entries", 10_000);
    private static final int ACTIVATIONS = Integer.getInteger("keizoku.bench.activations", 1000);
    private static final int TIMES = Integer.getInteger("keizoku.bench.times", 40);
    private static final int FILES = 5;
    private static final Pattern SECONDS = Pattern.compile("\"seconds\":\\[([0-9,]+)]");
    private static final Pattern ROOT = Pattern.compile("\"roots\":\\[\\{\"id\":\"([^\"]+)\"");
    private static final Pattern SENTENCE = Pattern.compile("id=\"entry-(\\d+)\"");

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Blocks blocks;

    @Autowired
    Environment settings;

    @Value("${local.server.port}")
    int port;

    private Visitor auditor;
    private final Random random = new Random(20260115);

    @BeforeEach
    void sign_in() {
        auditor = Visitor.ofThePlan(port, "kansa");
    }

    @Test
    void an_activation_of_ten_thousand_entries() throws Exception {
        String number = city.earthquake("6-lower", "2026-01-15T22:11:53+09:00");
        everybody.worksUntilClosed(number, List.of("resident-register", "mail", "domain", "file-server-1"));
        int entries;
        try (Connection owner = owner()) {
            var activation = new LongActivation(owner, number);
            activation.upTo(LONG);
            entries = activation.count();
        }
        String one = "/audit/" + number;
        System.out.printf("An activation of %,d entries over 72 hours, in ms%n", entries);
        head();
        page("its record as a table", () -> one);
        page("its timeline", () -> one + "/timeline");
        String[] ids = SENTENCE.matcher(body(one + "/timeline"))
                .results()
                .map(id -> id.group(1))
                .toArray(String[]::new);
        assertThat(ids).hasSize(200);
        long first = Long.parseLong(ids[0]);
        page("its timeline, any page", () -> one + "/timeline?after=" + (first + random.nextInt(entries)));
        page("its timeline, a word", () -> one + "/timeline?text=" + encoded("復旧"));
        page("replay: opened", () -> one + "/replay/overview");
        String overview = body(one + "/replay/overview");
        String[] seconds = found(SECONDS, overview).split(",");
        String root = found(ROOT, overview);
        page(
                "replay: a moment",
                () -> one + "/replay/scene?run=" + root + "&at=" + seconds[random.nextInt(seconds.length)]);
        page("compared with the plan", () -> one + "/comparison");
        page("heat of steps", () -> "/audit/heat");
        file("as a spreadsheet (CSV)", one + ".csv");
        file("as an event log (XES)", one + ".xes");
        file("as a bundle (ZIP)", one + ".zip");
        file("as a report (PDF)", one + ".pdf");
    }

    @Test
    void a_million_entries_in_a_thousand_activations() throws Exception {
        int entries;
        try (Connection owner = owner()) {
            entries = LargeLedger.fill(owner, ACTIVATIONS);
            try (var statement = owner.createStatement()) {
                statement.execute(
                        """
                        insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, closed_at, plan_id, plan_version)
                        select '2025-' || lpad(n::text, 4, '0'), 'earthquake', '{"intensity":"6-lower"}', at, at, 'unyo', 'CLOSED', at + interval '6 hours', plan_id, version
                        from generate_series(1, %d) n, lateral (select timestamptz '2025-01-05' + n * interval '6 hours' as at) moment,
                            (select plan_id, number as version from plan_version order by number desc limit 1) plan"""
                                .formatted(ACTIVATIONS));
            }
        }
        double until = Figures.millis(this::awaitBlocks);
        System.out.printf(
                "%,d entries in %,d activations, sealed and put into %,d blocks within %.0f s; in ms%n",
                entries,
                ACTIVATIONS,
                jdbc.sql("select count(*) from ledger_block").query(Long.class).single(),
                until / 1000);
        head();
        page("list of activations", () -> "/audit");
        page("an activation of the list", () -> "/audit/2025-%04d/timeline".formatted(1 + random.nextInt(ACTIVATIONS)));
        search(
                "person",
                () -> "person=" + encoded(List.of("仮名 一郎", "仮名 三郎", "試作 総子").get(random.nextInt(3))));
        search(
                "system",
                () -> "system=" + encoded(List.of("住民情報", "メール", "ドメイン").get(random.nextInt(3))));
        search("task", () -> "task=" + encoded(List.of("被害を調べる", "参集", "署名").get(random.nextInt(3))));
        search(
                "text in every second entry",
                () -> "text=" + encoded(List.of("余震", "停電", "現庁舎").get(random.nextInt(3))));
        search("text in one of 10,000", () -> "text=" + encoded(LargeLedger.RARE));
        search("a number", () -> "text=" + encoded("受付番号 " + random.nextInt(entries)));
        search(
                "text that is nowhere",
                () -> "text=" + encoded(List.of("津波", "落雷による", "見込外れ").get(random.nextInt(3))));
        search("time", this::day);
        search("person, task and time", () -> day() + "&task=" + encoded("復旧") + "&person=joho2");
        search("any page of a common word", () -> "text=" + encoded("復旧") + "&after=" + random.nextInt(entries));
        assertThat(body("/audit/search?text=" + encoded(LargeLedger.RARE)))
                .contains(">%d件<"
                        .formatted(IntStream.range(0, entries)
                                .filter(n -> n % 10007 == 0)
                                .filter(LedgerPagesBench::hasValues)
                                .count()));
    }

    /** As LargeLedger writes them: tasks done, decisions and recoveries have values. */
    private static boolean hasValues(int n) {
        int place = n % 50;
        return place >= 1 && place <= 36 ? place % 3 == 0 : place >= 40 && place <= 48;
    }

    private String day() {
        int day = 10 + random.nextInt(18);
        return "from=2025-03-%dT09:00&until=2025-03-%dT17:00".formatted(day, day);
    }

    private void awaitBlocks() throws InterruptedException {
        while (jdbc.sql(
                        """
                                select coalesce((select to_id from ledger_block order by from_id desc limit 1), 0) + 2000
                                    < (select max(id) from ledger_entry)""")
                .query(Boolean.class)
                .single()) {
            blocks.make();
            Thread.sleep(100);
        }
    }

    private void search(String what, Address query) throws Exception {
        page("search: " + what, () -> "/audit/search?" + query.next());
    }

    private static void head() {
        System.out.printf("%-34s %8s %8s %8s %8s%n", "", "first", "p50", "p95", "max");
    }

    private void page(String what, Address address) throws Exception {
        measured(what, address, TIMES);
    }

    private void file(String what, String address) throws Exception {
        measured(what, () -> address, FILES);
    }

    private void measured(String what, Address address, int times) throws Exception {
        double first = Figures.millis(() -> body(address.next()));
        var figures = new Figures();
        for (int n = 0; n < times; n++) {
            String asked = address.next();
            figures.add(() -> body(asked));
        }
        System.out.printf(
                "%-34s %8.0f %8.0f %8.0f %8.0f%n", what, first, figures.at(50), figures.at(95), figures.max());
    }

    private String body(String address) {
        var answer = auditor.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    private interface Address {
        String next();
    }
}
