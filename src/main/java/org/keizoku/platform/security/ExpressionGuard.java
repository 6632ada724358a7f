package org.keizoku.platform.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no expression into the engine's REST API: in 7.24.0 a query evaluates every {@code ...Expression} that it is given, also in its
 * {@code orQueries}. The body is parsed as the API itself parses it, so that no escape hides a key; what cannot be parsed is refused.
 */
final class ExpressionGuard extends OncePerRequestFilter {

    private static final int LARGEST = 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final RequestRecord record;

    ExpressionGuard(RequestRecord record) {
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body =
                isMultipart(request) ? new byte[0] : request.getInputStream().readNBytes(LARGEST + 1);
        var refusal = refusal(request, body);
        if (refusal.isPresent()) {
            record.refused(request, refusal.get().message());
            refusal.get().sendOn(response);
        } else {
            chain.doFilter(isMultipart(request) ? request : new BufferedBody(request, body), response);
        }
    }

    private static Optional<CamundaRefusal> refusal(HttpServletRequest request, byte[] body) throws IOException {
        if (body.length > LARGEST) {
            return Optional.of(new CamundaRefusal(413, "送信内容が大きすぎます(1MBまで)。"));
        }
        if (body.length > 0 && !isPlainJson(request)) {
            return Optional.of(new CamundaRefusal(415, "本文は application/json で送ってください。"));
        }
        if (Collections.list(request.getParameterNames()).stream().anyMatch(ExpressionGuard::isExpression)) {
            return Optional.of(new CamundaRefusal(400, "式(Expression)は使えません。"));
        }
        return refusal(body);
    }

    private static Optional<CamundaRefusal> refusal(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return Optional.of(new CamundaRefusal(400, "式(Expression)は使えません。"));
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(new CamundaRefusal(400, "本文がJSONとして読めません。"));
        }
    }

    private static boolean isExpression(String key) {
        return key.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** No other charset and no compression: whoever reads the body after us must read the same. */
    private static boolean isPlainJson(HttpServletRequest request) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            boolean json = type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
            boolean utf8 = type.getCharset() == null || type.getCharset().name().equals("UTF-8");
            return json && utf8 && request.getHeader("Content-Encoding") == null;
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Deployments to the REST API are multipart; Tasklist's door has no such route. */
    private static boolean isMultipart(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/engine-rest/")
                && String.valueOf(request.getContentType())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("multipart/");
    }
}
