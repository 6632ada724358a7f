package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The page that a person asked for before the login; only a page, not the icon or the script that the browser fetched beside it. */
final class PagesAskedFor extends HttpSessionRequestCache {

    PagesAskedFor() {
        setMatchingRequestParameterName(null);
        setRequestMatcher(PagesAskedFor::isPage);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepts = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return "GET".equals(request.getMethod())
                && accepts.contains("text/html")
                && !request.getRequestURI().startsWith("/camunda/api/")
                && !request.getRequestURI().equals("/login");
    }
}
