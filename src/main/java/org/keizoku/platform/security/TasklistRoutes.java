package org.keizoku.platform.security;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of Camunda's web application that Tasklist needs for reading, taking and completing tasks; all others are closed. */
final class TasklistRoutes {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Found by using Tasklist in a browser; a task is completed by its form only. */
    private static final List<Route> OPEN = Stream.of(
                    // the application itself
                    get("/camunda/?"),
                    get("/camunda/(lib|assets)/.+"),
                    get("/camunda/favicon\\.ico"),
                    get("/camunda/app/?"),
                    get("/camunda/app/(tasklist|welcome)(/.*)?"),
                    get("/camunda/api/(tasklist|welcome)/plugin/[^/]+/static/.+"),
                    // who am I, and out
                    get("/camunda/api/admin/auth/user/default"),
                    post("/camunda/api/admin/auth/user/default/logout"),
                    get("/camunda/api/engine/engine/?"),
                    get(ENGINE + "/user/[^/]+/profile"),
                    get(ENGINE + "/identity/groups"),
                    get(ENGINE + "/(user|group)(/count)?"),
                    get(ENGINE + "/identity/password-policy"),
                    options(ENGINE + "/(filter|task|authorization)(/[^/]+)?"),
                    get(ENGINE + "/authorization/check"),
                    // filters and lists
                    get(ENGINE + "/filter(/count)?"),
                    get(ENGINE + "/filter/[^/]+(/list|/singleResult|/count)?"),
                    post(ENGINE + "/filter/[^/]+/(list|singleResult|count)"),
                    get(ENGINE + "/task(/count)?"),
                    post(ENGINE + "/task(/count)?"),
                    // one task
                    get(ENGINE + "/task/[^/]+"),
                    get(ENGINE
                            + "/task/[^/]+/(form|deployed-form|form-variables|rendered-form|identity-links|comment)"),
                    get(ENGINE + "/task/[^/]+/(variables|localVariables)(/[^/]+)?(/data)?"),
                    post(ENGINE + "/task/[^/]+/(claim|unclaim|assignee|submit-form|comment/create)"),
                    get(ENGINE + "/history/(task|user-operation|variable-instance|process-instance)(/[^/]+)?"),
                    post(ENGINE + "/history/(task|variable-instance|process-instance)"),
                    get(ENGINE + "/process-instance/[^/]+"),
                    get(ENGINE + "/(variable-instance)(/count)?"),
                    post(ENGINE + "/(variable-instance)(/count)?"),
                    // processes that a person starts
                    get(ENGINE + "/process-definition(/count)?"),
                    get(ENGINE + "/process-definition/(key/)?[^/]+(/tenant-id/[^/]+)?"
                            + "(/xml|/diagram|/startForm|/deployed-start-form|/form-variables|/rendered-form)?"),
                    post(ENGINE + "/process-definition/(key/)?[^/]+/submit-form"),
                    get(ENGINE + "/deployment/[^/]+/resources/[^/]+/data"))
            .toList();

    private static final Pattern ADMINISTRATION = Pattern.compile("/camunda/(app|api)/(admin|cockpit|engine)(/.*)?");

    /** Nobody's, whatever their group: evidence is kept elsewhere, and Camunda's own login would be a second door. */
    private static final Pattern NOBODY = Pattern.compile(".*/attachment(/.*)?|.*/login(/.*)?|.*/setup(/.*)?");

    private TasklistRoutes() {}

    static boolean isOpen(String method, String path, boolean administrator) {
        if (NOBODY.matcher(path).matches()) {
            return false;
        }
        return OPEN.stream().anyMatch(route -> route.allows(method, path))
                || administrator && ADMINISTRATION.matcher(path).matches();
    }

    private static Route get(String path) {
        return new Route("GET|HEAD", path);
    }

    private static Route post(String path) {
        return new Route("POST", path);
    }

    private static Route options(String path) {
        return new Route("OPTIONS", path);
    }

    private record Route(Pattern method, Pattern path) {

        Route(String method, String path) {
            this(Pattern.compile(method), Pattern.compile(path));
        }

        boolean allows(String asked, String at) {
            return method.matcher(asked).matches() && path.matcher(at).matches();
        }
    }
}
