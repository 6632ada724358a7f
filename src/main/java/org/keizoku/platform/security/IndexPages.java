package org.keizoku.platform.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * Camunda's page server, with two things put right: it sends nobody to the first set-up of an administrator, whom no plan has; and the
 * nonce of its security policy belongs to the one response, where the original shares it through the servlet context, so that two people
 * who opened Tasklist in the same moment could get an empty page.
 */
final class IndexPages extends ResourceLoadingProcessEnginesFilter {

    private static final String POLICY =
            "base-uri 'self'; default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; "
                    + "style-src 'unsafe-inline' 'self'; img-src 'self' data:; font-src 'self' data:; form-action 'self'; "
                    + "frame-ancestors 'none'; object-src 'none'";

    private final Base64StringKeyGenerator nonces = new Base64StringKeyGenerator();

    @Override
    protected boolean needsInitialUser(String engine) {
        return false;
    }

    @Override
    protected void serveIndexPage(
            String app,
            String engine,
            String appPath,
            String contextPath,
            HttpServletResponse response,
            ServletContext context)
            throws IOException {
        String nonce = nonces.generateKey();
        String page = replacePlaceholder(
                        getWebResourceContents("/app/" + app + "/index.html"), app, engine, appPath, contextPath, nonce)
                .replace("<html lang=\"en\">", "<html lang=\"ja\">");
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
