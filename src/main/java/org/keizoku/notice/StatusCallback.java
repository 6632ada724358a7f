package org.keizoku.notice;

import com.twilio.security.RequestValidator;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where Twilio reports what became of a message, on the outside port. Whoever knows the account's token signs: the public address as
 * Twilio called it, and every field. A report about a message that nobody knows is kept and changes nothing.
 */
@Controller
class StatusCallback {

    static final String PATH = "/callbacks/twilio/status";

    /** Of what is kept of a field; Twilio's are shorter. */
    private static final int LONGEST = 64;

    private final Optional<RequestValidator> validator;
    private final OutsideSettings outside;
    private final Deliveries deliveries;

    StatusCallback(SmsSettings sms, OutsideSettings outside, Deliveries deliveries) {
        this.validator = sms.enabled() ? Optional.of(new RequestValidator(sms.authToken())) : Optional.empty();
        this.outside = outside;
        this.deliveries = deliveries;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> report(
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature,
            @RequestParam Map<String, String> fields) {
        if (!isSigned(fields, signature)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        String message = fields.getOrDefault("MessageSid", "");
        String status = fields.getOrDefault("MessageStatus", "");
        String code = fields.getOrDefault("ErrorCode", "");
        if (isKept(message) && isKept(status)) {
            deliveries.reported(message, status, isKept(code) ? code : null);
        }
        return ResponseEntity.noContent().build();
    }

    private boolean isSigned(Map<String, String> fields, String signature) {
        return validator
                .filter(known -> known.validate(outside.address(PATH), fields, signature))
                .isPresent();
    }

    private static boolean isKept(String field) {
        return !field.isBlank() && field.length() <= LONGEST;
    }
}
