package org.keizoku.local;

import java.time.Instant;

/**
 * One SMS that the stand-in took: as it was sent, and how far the carrier has brought it.
 *
 * @param from the sender's number, or the messaging service
 * @param statusCallback where its sender wants to hear what became of it; null for nowhere
 * @param status Twilio's word: queued, sent, delivered, undelivered, failed
 * @param errorCode Twilio's number for what went wrong; null as long as nothing did
 */
public record Sms(
        String sid,
        String to,
        String from,
        String body,
        Instant at,
        String statusCallback,
        String status,
        Integer errorCode) {

    Sms with(String status, Integer errorCode) {
        return new Sms(sid, to, from, body, at, statusCallback, status, errorCode);
    }
}
