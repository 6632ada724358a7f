package org.keizoku.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a submitted form set only the variables that the form has; Camunda itself takes any, also those that steer the process. */
final class SubmittedForm extends OncePerRequestFilter {

    private static final Pattern SUBMIT = Pattern.compile(
            "/(?:camunda/api/engine/engine/[^/]+|engine-rest(?:/engine/[^/]+)?)/(task|process-definition)/(key/)?([^/]+)(?:/tenant-id/[^/]+)?/submit-form/?");

    private final FormKeys forms;
    private final ObjectMapper json;
    private final RequestRecord record;

    SubmittedForm(FormKeys forms, ObjectMapper json, RequestRecord record) {
        this.forms = forms;
        this.json = json;
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var submit = SUBMIT.matcher(path);
        if (!"POST".equals(request.getMethod()) || !submit.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var allowed = submit.group(1).equals("task")
                ? forms.ofTask(submit.group(3))
                : forms.ofStart(submit.group(3), submit.group(2) != null);
        var refusal = refusal(allowed, request);
        if (refusal.isPresent()) {
            record.refused(request, refusal.get().message());
            refusal.get().sendOn(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<CamundaRefusal> refusal(Optional<List<String>> allowed, HttpServletRequest request)
            throws IOException {
        if (allowed.isEmpty()) {
            return Optional.of(new CamundaRefusal(404, "このタスクはもうありません。ほかの職員が完了したか、取り下げられました。"));
        }
        JsonNode body = json.readTree(request.getInputStream());
        Collection<String> foreign = new ArrayList<>();
        body.path("variables").fieldNames().forEachRemaining(foreign::add);
        foreign.removeAll(allowed.get());
        if (!foreign.isEmpty()) {
            return Optional.of(new CamundaRefusal(400, "この様式にない項目は送れません: " + String.join("、", foreign)));
        }
        if (!body.path("businessKey").asText("").isBlank()
                && !body.path("businessKey").isNull()) {
            return Optional.of(new CamundaRefusal(400, "発動番号は指定できません。開始すると自動で付きます。"));
        }
        return Optional.empty();
    }
}
