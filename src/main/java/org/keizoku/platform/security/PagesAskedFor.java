package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The page that a person asked for before the login; only a page, not the icon or the script that the browser fetched beside it. */
final class PagesAskedFor extends HttpSessionRequestCache {

    private static final String TASKLIST_API = "/camunda/api/";

    PagesAskedFor() {
        setMatchingRequestParameterName(null);
        setRequestMatcher(PagesAskedFor::isPage);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepts = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return "GET".equals(request.getMethod())
                && accepts.contains("text/html")
                && !isFetchedByScript(request)
                && !request.getRequestURI().equals("/login");
    }

    /** What a script of a page fetches, which the person does not see: Tasklist's API, and whatever the browser says is no navigation. */
    static boolean isFetchedByScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getRequestURI().startsWith(TASKLIST_API) || mode != null && !mode.equals("navigate");
    }
}
