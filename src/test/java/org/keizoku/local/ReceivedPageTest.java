package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class ReceivedPageTest {

    private static final String ACCOUNT = "AC" + "1".repeat(32);

    private final TwilioStandIn sms = TwilioStandIn.on(0, ACCOUNT, "token");
    private final MailStandIn mail = MailStandIn.on(0);

    @BeforeEach
    void serve() {
        sms.serving("/", new ReceivedPage(sms, mail, Map.of("+819000000008", "仮名 一郎(joho1)")));
    }

    @AfterEach
    void close() {
        sms.close();
        mail.close();
    }

    @Test
    void shows_sms_and_mails_newest_first_with_links_that_end_before_the_japanese() throws Exception {
        assertThat(page().select("main").text()).isEqualTo("まだ何も届いていません。");

        send("+819000000008", "参集してください https://keizoku.example.jp/a/Ab9?x=1&y=2から回答");
        mail("joho2@city.example.jp", "【訓練】<参集>", "回答: http://localhost:8081/a/Zz");

        var messages = page().select("article");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).text()).contains("メール joho2@city.example.jp", "【訓練】<参集>");
        assertThat(messages.get(0).select("a").attr("href")).isEqualTo("http://localhost:8081/a/Zz");
        assertThat(messages.get(1).text()).contains("SMS 仮名 一郎(joho1) +819000000008");
        assertThat(messages.get(1).select("a").attr("href")).isEqualTo("https://keizoku.example.jp/a/Ab9?x=1&y=2");
    }

    @Test
    void what_a_message_bears_is_text_and_never_markup() throws Exception {
        send("+819000000008", "<script>alert(1)</script> \"><b>x</b>");

        assertThat(page().select("main script, main b:contains(x)")).isEmpty();
        assertThat(page().select("article p").text()).isEqualTo("<script>alert(1)</script> \"><b>x</b>");
    }

    @Test
    void mail_keeps_what_it_took_while_it_is_away() throws Exception {
        mail("joho2@city.example.jp", "一通目", "本文");
        mail.away();
        assertThat(mail.received()).extracting(Mail::subject).containsExactly("一通目");
        mail.back();
        mail("joho2@city.example.jp", "二通目", "本文");

        assertThat(mail.receivedBy("joho2@city.example.jp"))
                .extracting(Mail::subject)
                .containsExactly("一通目", "二通目");
        assertThat(mail.received())
                .allSatisfy(each -> assertThat(each.messageId()).isNotBlank());
    }

    private Document page() throws IOException {
        return Jsoup.connect(sms.address().toString()).get();
    }

    private void mail(String to, String subject, String body) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        var message = new MimeMessageHelper(sender.createMimeMessage(), "UTF-8");
        message.setFrom("keizoku@city.example.jp");
        message.setTo(to);
        message.setSubject(subject);
        message.setText(body);
        sender.send(message.getMimeMessage());
    }

    private void send(String to, String body) throws Exception {
        var form = new Form(Map.of("To", to, "From", "+815000000000", "Body", body));
        var request = HttpRequest.newBuilder(
                        URI.create("%s/2010-04-01/Accounts/%s/Messages.json".formatted(sms.address(), ACCOUNT)))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":token").getBytes()))
                .POST(BodyPublishers.ofString(form.encoded()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }
}
