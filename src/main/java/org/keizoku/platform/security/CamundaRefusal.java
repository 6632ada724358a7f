package org.keizoku.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A refusal in the form that Camunda's REST API has, so that Tasklist shows its message. */
record CamundaRefusal(int status, String message) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void sendOn(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(JSON.writeValueAsString(Map.of("type", "InvalidRequestException", "message", message)));
    }
}
