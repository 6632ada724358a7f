package org.keizoku.platform;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages of tests, behind each of the doors. */
@Controller
class DoorTestPages {

    private final IdentityService identity;

    DoorTestPages(IdentityService identity) {
        this.identity = identity;
    }

    @GetMapping({"/door-test/who", "/api/door-test/who"})
    @ResponseBody
    String who() {
        var acting = identity.getCurrentAuthentication();
        return acting.getUserId() + " " + acting.getGroupIds();
    }

    @PostMapping("/api/door-test/who")
    @ResponseBody
    String change() {
        return who();
    }

    @GetMapping("/door-test/form")
    String form() {
        return "door-test";
    }

    @PostMapping("/door-test/change")
    @ResponseBody
    String changed() {
        return "changed by " + identity.getCurrentAuthentication().getUserId();
    }

    @GetMapping("/a/door-test/page")
    @ResponseBody
    String answer() {
        return "answered by " + (identity.getCurrentAuthentication() == null ? "nobody" : "somebody");
    }

    @PostMapping("/a/door-test/page")
    @ResponseBody
    String posted() {
        return "posted by " + (identity.getCurrentAuthentication() == null ? "nobody" : "somebody");
    }
}
