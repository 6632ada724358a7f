package org.keizoku.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.keizoku.platform.web.TaskLink;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Where a person goes after the login: to the page they asked for, with its {@code #/?task=...} part, which only the browser knew and the
 * login form brought along. Always a path of this server, never an address that somebody else wrote.
 */
final class AfterSignIn implements AuthenticationSuccessHandler {

    private static final Pattern FRAGMENT = Pattern.compile("#/[\\w?=&%.,;:~/+-]{0,500}");
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private final RequestCache asked;
    private final SignInRecord record;

    AfterSignIn(RequestCache asked, SignInRecord record) {
        this.asked = asked;
        this.record = record;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        record.signedIn(person.getName());
        String target = askedFor(request, response) + fragment(request);
        response.sendRedirect(target);
    }

    private String askedFor(HttpServletRequest request, HttpServletResponse response) {
        var saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        if (saved instanceof DefaultSavedRequest page
                && OWN_PATH.matcher(page.getRequestURI()).matches()) {
            return page.getQueryString() == null
                    ? page.getRequestURI()
                    : page.getRequestURI() + "?" + page.getQueryString();
        }
        // The session with the page asked for is gone, but the browser still knew the task.
        return fragment(request).contains("task=") ? TaskLink.TASKLIST : "/";
    }

    private static String fragment(HttpServletRequest request) {
        String fragment = request.getParameter("fragment");
        return fragment != null && FRAGMENT.matcher(fragment).matches() ? fragment : "";
    }
}
