package org.keizoku.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What a machine is told that may not come in: problem details (RFC 9457). */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final RequestRecord record;

    ApiRefusals(ObjectMapper json, RequestRecord record) {
        this.json = json;
        this.record = record;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LockedException) {
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "失敗が続いたため、しばらく受け付けません。");
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"keizoku\", charset=\"UTF-8\"");
        refuse(request, response, HttpStatus.UNAUTHORIZED, "利用者名とパスワード(HTTP Basic)が必要です。");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        record.refused(request);
        refuse(request, response, HttpStatus.FORBIDDEN, "この操作をする権限がありません。");
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
