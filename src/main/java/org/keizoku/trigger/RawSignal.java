package org.keizoku.trigger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Keeps the body of a signal as it came, before anything reads it: what it is taken for may be wrong, what was sent is not. */
@ControllerAdvice(assignableTypes = ActivationApi.class)
class RawSignal extends RequestBodyAdviceAdapter {

    /** Bytes; the longest signal in use has some hundreds. */
    private static final int LONGEST = 64 * 1024;

    private static final String BODY = RawSignal.class.getName();

    /** Of the request that is being answered; empty where it has none. */
    static String ofRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        Object body = request == null ? null : request.getAttribute(BODY, RequestAttributes.SCOPE_REQUEST);
        return body == null ? "" : (String) body;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new TooLong();
        }
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(BODY, new String(body, StandardCharsets.UTF_8), RequestAttributes.SCOPE_REQUEST);
        return new Read(message.getHeaders(), body);
    }

    /** More than anybody has to say in a signal; it is not kept. */
    static final class TooLong extends RuntimeException {}

    /** The same message, to be read once more. */
    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
