package org.keizoku.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the carrier reports back about a message: posted to its callback and signed as Twilio signs. */
final class StatusCallbacks {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String accountSid;
    private final String authToken;

    StatusCallbacks(String accountSid, String authToken) {
        this.accountSid = accountSid;
        this.authToken = authToken;
    }

    /** The HTTP status of the callback's answer. */
    int post(Sms sms) {
        var fields = new TreeMap<>(Map.of(
                "MessageSid", sms.sid(),
                "SmsSid", sms.sid(),
                "MessageStatus", sms.status(),
                "SmsStatus", sms.status(),
                "To", sms.to(),
                "From", sms.from(),
                "AccountSid", accountSid,
                "ApiVersion", TwilioApi.VERSION));
        if (sms.errorCode() != null) {
            fields.put("ErrorCode", sms.errorCode().toString());
        }
        var request = HttpRequest.newBuilder(URI.create(sms.statusCallback()))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(sms.statusCallback(), fields))
                .POST(BodyPublishers.ofString(new Form(fields).encoded()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            throw new IllegalStateException("nobody answers at " + sms.statusCallback(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String signature(String url, TreeMap<String, String> fields) {
        var signed = new StringBuilder(url);
        fields.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
