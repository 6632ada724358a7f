package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanProposals;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The leader and the operator take workbooks out, change them in Excel and bring them back. */
@KeizokuTest
@AutoConfigureMockMvc
@Import(WorkbookPagesTest.Fittings.class)
class WorkbookPagesTest {

    private static final String PLAN = "/plan/workbook";
    private static final String PLAN_FILE = "/plan/workbook/systems-and-vendors.xlsx";
    private static final String CONTACTS = "/plan/workbook/contacts";
    private static final String CONTACTS_FILE = "/plan/workbook/contacts/contacts.xlsx";

    private static final String OUTSIDE = "/plan/workbook/outside-contacts";

    private static final PersonId ICHIRO = new PersonId("joho1");

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @Autowired
    Heard heard;

    @Autowired
    ContactImport contacts;

    @Autowired
    OutsideContacts outside;

    @Autowired
    Fittings fittings;

    /** Without a CSV file that would have the last word. */
    @MockitoBean
    ContactSettings settings;

    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void one_contact_each() {
        fittings.proposed.clear();
        contacts.take(List.of(
                new Line(ICHIRO, new Contact(ContactChannel.SMS, "+819000000001", 0)),
                new Line(ICHIRO, new Contact(ContactChannel.MAIL, "first@city.example", 0)),
                new Line(new PersonId("left-us"), new Contact(ContactChannel.SMS, "+819000000099", 0))));
    }

    @Test
    void the_leader_takes_the_workbook_and_brings_it_back_unchanged() throws Exception {
        assertThat(page(PLAN, "shukan", "team-leader")
                        .select("a[href=" + PLAN_FILE + "]")
                        .text())
                .isEqualTo("版「1.0」を書き出す");
        assertThat(page(PLAN, "shukan", "team-leader").select("a[href=" + CONTACTS + "]"))
                .isEmpty();

        var page = brought(
                PLAN, changed(file(get(PLAN_FILE), "shukan", "team-leader"), book -> {}), "shukan", "team-leader");

        assertThat(page.text()).contains("今の計画と同じです");
        assertThat(page.select("form[action^=" + PLAN + "/brought]")).isEmpty();
    }

    @Test
    void the_way_there_stands_with_the_revisions_for_those_who_may_go_it() throws Exception {
        assertThat(page("/plan/revisions", "unyo", "operator").select("a[href=" + PLAN + "]"))
                .hasSize(1);
        assertThat(page("/plan/revisions", "joho3", "team").select("a[href=" + PLAN + "]"))
                .isEmpty();
    }

    @Test
    void what_changes_is_shown_and_then_proposed_once_under_a_new_version() throws Exception {
        byte[] file = changed(
                file(get(PLAN_FILE), "shukan", "team-leader"),
                book -> book.getSheet("様式1").getRow(1).getCell(1).setCellValue("庁内ネットワーク"));

        var page = brought(PLAN, file, "shukan", "team-leader");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("変更 システム 庁内ネットワーク network システム名 ネットワーク機器(ファイアウォールなど) 庁内ネットワーク");
        String confirm = page.select("form[action^=" + PLAN + "/brought]").attr("action");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2.0");
        assertThat(fittings.proposed).isEmpty();

        var refused = answer(post(confirm).param("version", "2.0"), "shukan", "team-leader");
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("改訂の内容と理由を入れてください");

        var proposed = answer(post(confirm).param("version", "2.0").param("reason", "名前を改めた"), "shukan", "team-leader");
        assertThat(proposed.getRedirectedUrl()).isEqualTo("/plan/revisions/7");
        assertThat(fittings.proposed).singleElement().satisfies(proposal -> {
            assertThat(proposal.proposer()).isEqualTo(new PersonId("shukan"));
            assertThat(proposal.reason()).isEqualTo("名前を改めた");
            var plan = new PlanFile("proposed", proposal.yaml()).read();
            assertThat(plan.version()).isEqualTo("2.0");
            assertThat(plan.systems().get(0).name()).isEqualTo("庁内ネットワーク");
        });

        var again = answer(post(confirm).param("version", "2.0").param("reason", "もう一度"), "shukan", "team-leader");
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("確認する内容が残っていません");
        assertThat(fittings.proposed).hasSize(1);
    }

    @Test
    void wrong_cells_are_listed_and_cannot_be_confirmed() throws Exception {
        byte[] file = changed(
                file(get(PLAN_FILE), "unyo", "operator"),
                book -> book.getSheet("様式1").getRow(3).getCell(6).setCellValue("F"));

        var page = brought(PLAN, file, "unyo", "operator");

        assertThat(page.select("tbody tr").get(0).text()).startsWith("様式1 4 優先度 「F」は選べません");
        assertThat(page.select("form[action^=" + PLAN + "/brought]")).isEmpty();
        String address = page.location();
        answer(post(address).param("version", "2.0").param("reason", "それでも"), "unyo", "operator");
        assertThat(fittings.proposed).isEmpty();
    }

    @Test
    void what_is_no_workbook_is_refused_with_its_reason() throws Exception {
        var answer = send(PLAN, "not a workbook".getBytes(StandardCharsets.UTF_8), "shukan", "team-leader");

        assertThat(Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                        .select("[role=alert]")
                        .text())
                .isEqualTo("Excelのブックではありません。「Excelブック(.xlsx)」を選んでください。");
    }

    /** Over the wire, for it is the server that cuts it off. */
    @Test
    void a_file_beyond_what_the_server_takes_is_refused_with_its_reason() throws Exception {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n";
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PLAN))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(head + "a".repeat(8 * 1024 * 1024) + "\r\n--x--\r\n"))
                .build();

        var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("ファイルが大きすぎます");
    }

    @Test
    void what_one_person_brought_no_other_session_sees() throws Exception {
        String address = brought(PLAN, file(get(PLAN_FILE), "shukan", "team-leader"), "shukan", "team-leader")
                .location();

        session = new MockHttpSession();
        assertThat(page(address, "unyo", "operator").text()).contains("確認する内容が残っていません");
    }

    @ParameterizedTest
    @CsvSource({
        "/plan/workbook, team",
        "/plan/workbook/systems-and-vendors.xlsx, team",
        "/plan/workbook, auditor",
        "/plan/workbook/brought/1, cio",
        "/plan/workbook/contacts, team-leader",
        "/plan/workbook/contacts/brought/1, team-leader",
        "/plan/workbook/contacts, auditor"
    })
    void who_has_no_such_duty_is_refused(String address, String role) throws Exception {
        assertThat(answer(get(address), "joho1", role).getStatus()).isEqualTo(403);
    }

    @Test
    void nobody_but_the_operator_sends_or_takes_contacts() throws Exception {
        assertThat(answer(post(CONTACTS_FILE), "shukan", "team-leader").getStatus())
                .isEqualTo(403);
        assertThat(answer(post(CONTACTS + "/brought/1"), "shukan", "team-leader")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(CONTACTS, new byte[] {1}, "shukan", "team-leader").getStatus())
                .isEqualTo(403);
        assertThat(send(PLAN, new byte[] {1}, "joho1", "team").getStatus()).isEqualTo(403);
    }

    @Test
    void taking_out_whole_numbers_is_put_on_the_record() throws Exception {
        byte[] file = file(post(CONTACTS_FILE), "unyo", "operator");

        assertThat(cells(file)).contains("joho1 仮名 一郎 SMS +819000000001", "joho1 仮名 一郎 メール first@city.example");
        assertThat(cells(file)).contains("joho2 仮名 二葉 SMS").noneMatch(row -> row.contains("left-us"));
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("contacts-exported")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.actor()).isEqualTo("unyo");
                    assertThat(fact.told()).isEqualTo("{unyo} が連絡先の一覧を書き出しました(職員2人、3件)。");
                });
    }

    @Test
    void contacts_are_shown_masked_and_then_taken_in_by_the_operator_s_name() throws Exception {
        byte[] file = changed(file(post(CONTACTS_FILE), "unyo", "operator"), book -> {
            address(book, "joho1", "SMS", "０９０-0000-0007");
            address(book, "joho2", "メール", "second@city.example");
        });

        var page = brought(CONTACTS, file, "unyo", "operator");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "変更 仮名 一郎 SMS 1 …0001 …0007", "追加 仮名 二葉 メール 1 s…@city.example", "削除 left-us SMS 1 …0099");
        assertThat(page.html()).doesNotContain("9000000", "second@");

        String confirm = page.select("form[action^=" + CONTACTS + "/brought]").attr("action");
        assertThat(answer(post(confirm), "unyo", "operator").getRedirectedUrl()).isEqualTo(CONTACTS + "?taken=3");
        assertThat(contacts.all())
                .containsExactly(
                        new Line(ICHIRO, new Contact(ContactChannel.SMS, "+819000000007", 0)),
                        new Line(ICHIRO, new Contact(ContactChannel.MAIL, "first@city.example", 0)),
                        new Line(new PersonId("joho2"), new Contact(ContactChannel.MAIL, "second@city.example", 0)));
        assertThat(heard.stream(Fact.class).map(Fact::told)).contains("{unyo} が連絡先を取り込みました(職員2人、3件。追加・変更2件、削除1件)。");
        assertThat(answer(post(confirm), "unyo", "operator").getContentAsString(StandardCharsets.UTF_8))
                .contains("確認する内容が残っていません");
    }

    @Test
    void wrong_contacts_are_listed_without_their_numbers_and_nothing_is_taken() throws Exception {
        var before = contacts.all();
        byte[] file = changed(file(post(CONTACTS_FILE), "unyo", "operator"), book -> {
            address(book, "joho1", "SMS", "9012345678");
            address(book, "joho1", "メール", "first.city.example");
            row(book, "joho2", "SMS").getCell(1).setCellValue("見本 市太郎");
            address(book, "joho2", "SMS", "090-1111-2222");
            row(book, "joho3", "SMS").getCell(0).setCellValue("stranger");
            address(book, "stranger", "SMS", "090-1111-3333");
        });

        var page = brought(CONTACTS, file, "unyo", "operator");

        assertThat(page.select("tbody tr td:nth-child(4)").eachText())
                .containsExactly("先頭の0が消えています", "メールアドレスではありません", "職員IDの人(仮名 二葉)と氏名が違います", "計画にいない職員です");
        assertThat(page.html()).doesNotContain("9012345678", "first.city", "1111-");
        answer(post(page.location()), "unyo", "operator");
        assertThat(contacts.all()).isEqualTo(before);
    }

    @Test
    void contacts_that_changed_meanwhile_are_not_overwritten() throws Exception {
        byte[] file = changed(
                file(post(CONTACTS_FILE), "unyo", "operator"), book -> address(book, "joho1", "SMS", "090-0000-0008"));
        var page = brought(CONTACTS, file, "unyo", "operator");
        var elsewhere = List.of(new Line(ICHIRO, new Contact(ContactChannel.SMS, "+819000000055", 0)));
        contacts.take(elsewhere);

        var answer = answer(post(page.location()), "unyo", "operator");

        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("連絡先がほかで変わりました");
        assertThat(contacts.all()).isEqualTo(elsewhere);
    }

    @Test
    void where_a_csv_file_has_the_last_word_no_workbook_is_taken_in() throws Exception {
        var before = contacts.all();
        byte[] file = changed(
                file(post(CONTACTS_FILE), "unyo", "operator"), book -> address(book, "joho1", "SMS", "090-0000-0008"));
        when(settings.hasFile()).thenReturn(true);

        var page = brought(CONTACTS, file, "unyo", "operator");

        assertThat(page.text()).contains("次の起動でその内容に戻るため");
        assertThat(page.select("form[action^=" + CONTACTS + "/brought]")).isEmpty();
        answer(post(page.location()), "unyo", "operator");
        assertThat(contacts.all()).isEqualTo(before);
    }

    @Test
    void vendors_are_filled_in_shown_without_numbers_taken_in_and_looked_up_on_the_record() throws Exception {
        outside.take(List.of());
        assertThat(page(OUTSIDE, "unyo", "operator").text()).contains("様式9 別紙2");
        byte[] file = changed(file(post(OUTSIDE + "/contacts.xlsx"), "unyo", "operator"), book -> {
            outside(book, "vendor-a", "平時の連絡先", "担当者名", "架空 外一");
            outside(book, "vendor-a", "平時の連絡先", "電話番号", "０３-0000-0001");
            outside(book, "vendor-a", "代替連絡先", "住所・場所", "隣県の支店");
            outside(book, "vendor-a", "代替連絡先", "メール", "branch@vendor.example");
        });

        var page = brought(OUTSIDE, file, "unyo", "operator");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("追加 外部事業者A社 平時の連絡先 担当者名、電話番号", "追加 外部事業者A社 代替連絡先 住所・場所、メール");
        assertThat(page.html()).doesNotContain("0000", "branch@");
        String confirm = page.select("form[action^=" + OUTSIDE + "/brought]").attr("action");
        assertThat(answer(post(confirm), "unyo", "operator").getRedirectedUrl()).isEqualTo(OUTSIDE + "?taken=2");

        assertThat(page("/outside-contacts", "joho1", "team").text())
                .contains("外部事業者A社 ネットワーク機器、被災者支援システム、CMS", "平時の連絡先、代替連絡先")
                .doesNotContain("0000");
        var looked = answer(post("/outside-contacts/vendor/vendor-a"), "joho1", "team");
        assertThat(Jsoup.parse(looked.getContentAsString(StandardCharsets.UTF_8))
                        .text())
                .contains("1 平時の連絡先 担当者名 架空 外一 電話番号 03-0000-0001", "2 代替連絡先 住所・場所 隣県の支店 メール branch@vendor.example");
        assertThat(heard.stream(Fact.class).map(Fact::told))
                .contains("{unyo} が事業者・関係機関の連絡先を取り込みました(2件。追加・変更2件、削除0件)。", "{joho1} が外部事業者A社の連絡先を見ました。");

        byte[] again = file(post(OUTSIDE + "/contacts.xlsx"), "unyo", "operator");
        assertThat(brought(OUTSIDE, again, "unyo", "operator").text()).contains("今の連絡先と同じです");
    }

    @Test
    void wrong_outside_contacts_are_listed_without_their_numbers_and_nothing_is_taken() throws Exception {
        outside.take(List.of());
        byte[] file = changed(file(post(OUTSIDE + "/contacts.xlsx"), "unyo", "operator"), book -> {
            outside(book, "vendor-a", "平時の連絡先", "電話番号", "内線で4321まで");
            outside(book, "vendor-b", "平時の連絡先", "携帯電話", "090-0000-0005");
            outside(book, "vendor-b", "平時の連絡先", "名称", "外部事業者A社");
        });

        var page = brought(OUTSIDE, file, "unyo", "operator");

        assertThat(page.select("tbody tr td:nth-child(4)").eachText())
                .containsExactly("電話番号ではありません", "IDのもの(外部事業者B社)と名称が違います");
        assertThat(page.html()).doesNotContain("4321", "0000-0005");
        answer(post(page.location()), "unyo", "operator");
        assertThat(outside.hasContacts()).isFalse();
    }

    @Test
    void only_who_has_to_reach_vendors_looks_them_up_and_only_the_operator_keeps_them() throws Exception {
        for (String role : List.of("auditor", "residents", "headquarters-office")) {
            assertThat(answer(get("/outside-contacts"), "kansa", role).getStatus())
                    .isEqualTo(403);
            assertThat(answer(post("/outside-contacts/vendor/vendor-a"), "kansa", role)
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(answer(post("/outside-contacts/vendor/nobody"), "joho1", "team")
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/outside-contacts"), "somu-bucho", "cio-deputy-1")
                        .getStatus())
                .isEqualTo(200);
        assertThat(answer(get(OUTSIDE), "shukan", "team-leader").getStatus()).isEqualTo(403);
        assertThat(answer(post(OUTSIDE + "/contacts.xlsx"), "shukan", "team-leader")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(OUTSIDE, new byte[] {1}, "shukan", "team-leader").getStatus())
                .isEqualTo(403);
    }

    private Document brought(String address, byte[] file, String person, String role) throws Exception {
        String next = send(address, file, person, role).getRedirectedUrl();
        assertThat(next).isNotNull().startsWith(address + "/brought/");
        return page(next, person, role);
    }

    private MockHttpServletResponse send(String address, byte[] file, String person, String role) throws Exception {
        var upload = new MockMultipartFile("file", "様式.xlsx", null, file);
        return answer(multipart(address).file(upload), person, role);
    }

    private Document page(String address, String person, String role) throws Exception {
        var answer = answer(get(address), person, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8), address);
    }

    private byte[] file(MockHttpServletRequestBuilder asked, String person, String role) throws Exception {
        var answer = answer(asked, person, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).contains("spreadsheetml.sheet");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        return answer.getContentAsByteArray();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked, String person, String role)
            throws Exception {
        return mvc.perform(asked.accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .session(session)
                        .with(csrf())
                        .with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(book);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void address(XSSFWorkbook book, String person, String channel, String address) {
        row(book, person, channel).getCell(3).setCellValue(address);
    }

    private static Row row(XSSFWorkbook book, String person, String channel) {
        for (var row : book.getSheet("様式9")) {
            if (row.getCell(0).getStringCellValue().equals(person)
                    && row.getCell(2).getStringCellValue().equals(channel)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + person);
    }

    private static void outside(XSSFWorkbook book, String owner, String point, String heading, String words) {
        Sheet sheet = book.getSheet(OutsideSheet.NAME);
        List<String> headings = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
        for (var row : sheet) {
            if (row.getCell(0).getStringCellValue().equals(owner)
                    && row.getCell(headings.indexOf("窓口")).getStringCellValue().equals(point)) {
                row.getCell(headings.indexOf(heading)).setCellValue(words);
                return;
            }
        }
        throw new AssertionError("no row of " + owner);
    }

    private static List<String> cells(byte[] file) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheet("様式9");
            List<String> rows = new ArrayList<>();
            sheet.forEach(row -> {
                var words = new ArrayList<String>();
                row.forEach(cell -> words.add(cell.getStringCellValue()));
                rows.add(String.join(" ", words).strip());
            });
            return rows;
        }
    }

    /** Takes proposals and does nothing with them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Fittings {

        final List<Proposal> proposed = new ArrayList<>();

        record Proposal(String yaml, PersonId proposer, String reason) {}

        @Bean
        @Primary
        PlanProposals proposals() {
            return new PlanProposals() {
                @Override
                public long propose(String yaml, PersonId proposer, String reason) {
                    proposed.add(new Proposal(yaml, proposer, reason));
                    return 7;
                }

                @Override
                public String nextVersion() {
                    return "2.0";
                }
            };
        }
    }
}
