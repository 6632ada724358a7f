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
final class TwilioChannel<M extends Message> implements Channel<M> {

    private static final int BAD_REQUEST = 400;
    private static final long LATEST = 100;

    private final Side<M> side;
    private final TwilioRestClient client;
    private final PhoneNumber from;
    private final URI statusCallback;

    /** @param from the sender of this side; real and drill have each their own, or one would find the other's messages for its own */
    TwilioChannel(Side<M> side, SmsSettings settings, String from, SingleAttemptHttp http, URI statusCallback) {
        this.side = side;
        this.client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .httpClient(http)
                .build();
        this.from = new PhoneNumber(from);
        this.statusCallback = statusCallback;
    }

    @Override
    public Side<M> side() {
        return side;
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
    public Outcome send(M message) {
        try {
            var sent = com.twilio.rest.api.v2010.account.Message.creator(
                            new PhoneNumber(message.address()), from, message.text())
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
    public Trace trace(M message, Predicate<String> known) {
        try {
            return com.twilio.rest.api.v2010.account.Message.reader()
                    .setTo(new PhoneNumber(message.address()))
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
