package org.keizoku.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.keizoku.engine.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says to a calling program what is wrong with its request, as RFC 9457 problem details, in words for whoever wrote it. */
// Before Spring's own words for the same exceptions, which are in English and name no field.
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = ActivationApi.class)
class ApiProblems {

    private final Signals signals;

    ApiProblems(Signals signals) {
        this.signals = signals;
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return problem(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(AccessDeniedException notAllowed) {
        return unusable(HttpStatus.FORBIDDEN, "発動を登録する権限がありません。");
    }

    @ExceptionHandler
    ProblemDetail tooLong(RawSignal.TooLong tooLong) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "送信内容が大きすぎます(64KBまで)。");
    }

    @ExceptionHandler
    ProblemDetail missing(MethodArgumentNotValidException missing) {
        String fields = missing.getFieldErrors().stream()
                .map(field -> field.getField())
                .sorted()
                .collect(Collectors.joining(", "));
        return unusable(HttpStatus.BAD_REQUEST, "必要な項目がありません: " + fields);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            return unusable(HttpStatus.BAD_REQUEST, "知らない項目です: " + unknown.getPropertyName());
        }
        if (unreadable.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return unusable(
                    HttpStatus.BAD_REQUEST,
                    "JSONとして読めません(%d行目 %d文字目)。"
                            .formatted(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        }
        return unusable(HttpStatus.BAD_REQUEST, "JSONの本文がありません。");
    }

    /** What came is kept, whoever sent it and whatever is wrong with it. */
    private ProblemDetail unusable(HttpStatus status, String words) {
        signals.unusable(RawSignal.ofRequest(), words);
        return problem(status, words);
    }

    private static ProblemDetail problem(HttpStatus status, String words) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
        problem.setTitle("発動を登録できません");
        return problem;
    }
}
