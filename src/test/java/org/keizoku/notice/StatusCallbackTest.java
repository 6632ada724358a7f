package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;

class StatusCallbackTest extends NoticeHouse {

    private static final HttpClient TWILIO = HttpClient.newHttpClient();
    private static final String OUR_ADDRESS = "https://bcp.example/callbacks/twilio/status";
    private static final String OUR_TOKEN = "token-of-the-test";

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Outbox outbox;

    @Value("${local.server.port}")
    private int inside;

    @Test
    void every_message_says_where_to_report() {
        String sid = sent();

        assertThat(SMS.taken.get(0)).containsEntry("StatusCallback", OUR_ADDRESS);
        assertThat(sid).startsWith("SM");
    }

    @Test
    void reports_in_any_order_and_again_lead_to_delivered() throws Exception {
        String sid = sent();
        for (String status : List.of("delivered", "queued", "sent", "delivered", "sending", "sent")) {
            assertThat(report(sid, status, "")).isEqualTo(204);
        }

        assertThat(only().state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(kept(sid)).containsExactly("delivered", "queued", "sent", "delivered", "sending", "sent");
        assertThat(fittings.ways)
                .as("each state once, whatever comes after")
                .extracting(Fact::kind)
                .containsExactly("notice-planned", "notice-handed-over", "notice-reported");
        assertThat(fittings.ways.get(0).told()).contains("{joho2}", "(SMS)").doesNotContain("8190");
        assertThat(fittings.ways.get(2).told()).contains("{joho2}", "配信済");
    }

    @Test
    void undelivered_stays_so_whatever_comes_after_it_and_is_on_the_record_once_without_the_number() throws Exception {
        String sid = sent();
        for (String status : List.of("sent", "undelivered", "sent", "undelivered")) {
            report(sid, status, status.equals("undelivered") ? "30003" : "");
        }

        assertThat(only().state()).isEqualTo(NoticeState.UNDELIVERED);
        assertThat(only().lastError()).isEqualTo("30003 端末に届かない(電源オフ・圏外など)");
        assertThat(fittings.facts).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("notice-undelivered");
            assertThat(fact.told()).contains("{joho2}", "届きませんでした", "30003").doesNotContain("送信", "8190");
        });
    }

    @Test
    void a_forged_or_altered_report_is_refused_and_not_kept() throws Exception {
        String sid = sent();
        var fields = fields(sid, "delivered", "");
        String signature = signature(OUR_ADDRESS, fields, OUR_TOKEN);
        var altered = new TreeMap<>(fields);
        altered.put("MessageStatus", "failed");

        assertThat(post(altered, signature)).isEqualTo(403);
        assertThat(post(fields, signature(OUR_ADDRESS, fields, "another token")))
                .isEqualTo(403);
        assertThat(post(fields, signature("https://elsewhere.example/callbacks/twilio/status", fields, OUR_TOKEN)))
                .isEqualTo(403);
        assertThat(post(fields, "")).isEqualTo(403);
        assertThat(only().state()).isEqualTo(NoticeState.ACCEPTED);
        assertThat(kept(sid)).isEmpty();
    }

    @Test
    void a_report_about_nothing_of_ours_changes_nothing() throws Exception {
        sent();

        assertThat(report("SM" + "0".repeat(32), "failed", "30005")).isEqualTo(204);
        assertThat(post(Map.of("Hello", "x"), signature(OUR_ADDRESS, Map.of("Hello", "x"), OUR_TOKEN)))
                .isEqualTo(204);
        assertThat(only().state()).isEqualTo(NoticeState.ACCEPTED);
        assertThat(fittings.facts).extracting(Fact::kind).isEmpty();
    }

    @Test
    void a_long_body_is_refused_and_inside_there_is_no_such_door() throws Exception {
        var fields = fields("SM1", "sent", "x".repeat(5000));

        assertThat(post(fields, signature(OUR_ADDRESS, fields, OUR_TOKEN))).isEqualTo(413);
        assertThat(post(inside, fields("SM1", "sent", ""), "")).isEqualTo(404);
    }

    @Test
    void a_report_that_overtakes_the_hand_over_is_not_lost() {
        var handOver = begun();
        deliveries.reported("SM-overtaking", "delivered", null);
        outbox.accepted(handOver, "SM-overtaking");

        assertThat(only().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void a_report_at_the_moment_of_the_commit_is_seen_by_one_of_the_two() {
        var handOver = begun();
        CompletableFuture<Void> writing = transaction.execute(reporting -> {
            deliveries.reported("SM-at-once", "delivered", null);
            var begun = CompletableFuture.runAsync(() -> outbox.accepted(handOver, "SM-at-once"));
            waitsForALock();
            return begun;
        });
        writing.join();

        assertThat(only().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void a_notice_written_down_at_the_moment_of_the_report_hears_it() {
        var handOver = begun();
        CompletableFuture<Void> reporting = transaction.execute(writing -> {
            outbox.accepted(handOver, "SM-the-other-way");
            var begun = CompletableFuture.runAsync(() -> deliveries.reported("SM-the-other-way", "delivered", null));
            waitsForALock();
            return begun;
        });
        reporting.join();

        assertThat(only().state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void what_had_left_is_answered_and_what_did_not_arrive_stays_so() throws Exception {
        String sid = sent();
        notices.cancelRound(activation, "information", SMS_ONLY);
        assertThat(only().state()).isEqualTo(NoticeState.ANSWERED);
        report(sid, "delivered", "");
        assertThat(only().state()).isEqualTo(NoticeState.ANSWERED);
        report(sid, "undelivered", "30008");
        assertThat(only().state()).isEqualTo(NoticeState.UNDELIVERED);
    }

    @Test
    void nobody_changes_what_a_provider_reported() throws Exception {
        report(sent(), "sent", "");

        assertThatThrownBy(() -> jdbc.sql("update provider_report set status = 'delivered'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from provider_report").update())
                .isInstanceOf(DataAccessException.class);
    }

    private void waitsForALock() {
        await().until(() -> CompletableFuture.supplyAsync(() -> jdbc.sql(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Integer.class)
                                .single())
                        .join()
                > 0);
    }

    /** One SMS that the provider has taken; the provider's id of it. */
    private String sent() {
        plan();
        dispatch();
        return jdbc.sql("select provider_id from notice where id = :id")
                .param("id", only().id())
                .query(String.class)
                .single();
    }

    private HandOver begun() {
        plan();
        return transaction.execute(begin -> leases.begin(sms(), 1)).get(0);
    }

    private void plan() {
        notices.plan(new NoticeOrder(
                activation, "information", 0, SMS_ONLY, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty()));
    }

    private NoticeView only() {
        var all = notices.of(activation);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<String> kept(String sid) {
        return jdbc.sql("select status from provider_report where provider_id = :sid order by id")
                .param("sid", sid)
                .query(String.class)
                .list();
    }

    private int report(String sid, String status, String code) throws Exception {
        var fields = fields(sid, status, code);
        return post(fields, signature(OUR_ADDRESS, fields, OUR_TOKEN));
    }

    private static Map<String, String> fields(String sid, String status, String code) {
        var fields = new TreeMap<>(
                Map.of("MessageSid", sid, "MessageStatus", status, "To", "+819000000002", "AccountSid", "AC-test"));
        if (!code.isEmpty()) {
            fields.put("ErrorCode", code);
        }
        return fields;
    }

    private int post(Map<String, String> fields, String signature) throws Exception {
        return post(outside.number(), fields, signature);
    }

    private static int post(int port, Map<String, String> fields, String signature) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/callbacks/twilio/status"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return TWILIO.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** As Twilio publishes it: the address and every field by name, under the account's token. */
    private static String signature(String address, Map<String, String> fields, String token) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signed = address
                + new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
