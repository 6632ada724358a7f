package org.keizoku.notice;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.function.Predicate;
import org.keizoku.notice.Outcome.Accepted;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.Absent;
import org.keizoku.notice.Trace.AskLater;
import org.keizoku.notice.Trace.Found;
import org.keizoku.people.contact.ContactChannel;

/** SMS by Twilio, or by whatever stands in for it. */
final class TwilioChannel implements Channel {

    private static final int BAD_REQUEST = 400;
    private static final long LATEST = 100;

    private final TwilioRestClient client;
    private final PhoneNumber from;
    private final URI statusCallback;

    TwilioChannel(SmsSettings settings, SingleAttemptHttp http, URI statusCallback) {
        this.client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .httpClient(http)
                .build();
        this.from = new PhoneNumber(settings.from());
        this.statusCallback = statusCallback;
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.SMS;
    }

    @Override
    public int workers() {
        return 4;
    }

    @Override
    public boolean reports() {
        return true;
    }

    @Override
    public Outcome send(Message message) {
        try {
            var sent = com.twilio.rest.api.v2010.account.Message.creator(
                            new PhoneNumber(message.to()), from, message.text())
                    .setStatusCallback(statusCallback)
                    .create(client);
            return new Accepted(sent.getSid());
        } catch (ProviderTrouble trouble) {
            return trouble.mayHaveArrived()
                    ? new Unclear(trouble.code(), trouble.getMessage())
                    : new TemporaryFailure(trouble.code(), trouble.getMessage(), trouble.quiet());
        } catch (ApiException refused) {
            return refusal(refused);
        }
    }

    /**
     * Looks for the same words among the latest messages to that number. Which of them is ours is told by what other notices have, not
     * by the time: the provider's clock is not ours, and a message that still waits there has no time of sending.
     */
    @Override
    public Trace trace(Message message, Predicate<String> known) {
        try {
            return com.twilio.rest.api.v2010.account.Message.reader()
                    .setTo(new PhoneNumber(message.to()))
                    .setFrom(from)
                    .setPageSize(LATEST)
                    .firstPage(client)
                    .getRecords()
                    .stream()
                    .filter(theirs -> message.text().equals(theirs.getBody()))
                    .map(com.twilio.rest.api.v2010.account.Message::getSid)
                    .filter(known.negate())
                    .findFirst()
                    .<Trace>map(Found::new)
                    .orElseGet(Absent::new);
        } catch (ProviderTrouble trouble) {
            return new AskLater(trouble.code(), trouble.getMessage());
        } catch (ApiException refused) {
            return new AskLater(code(refused), refused.getMessage());
        }
    }

    /** Only 400 speaks of the message; 401, 403 and 404 speak of our account, and that can be put right. */
    private static Outcome refusal(ApiException refused) {
        Integer status = refused.getStatusCode();
        if (status == null) {
            return new Unclear("unreadable", "the provider's answer could not be read");
        }
        return status == BAD_REQUEST
                ? new PermanentFailure(code(refused), refused.getMessage())
                : new TemporaryFailure(code(refused), refused.getMessage());
    }

    private static String code(ApiException refused) {
        return String.valueOf(refused.getCode() != null ? refused.getCode() : refused.getStatusCode());
    }
}
