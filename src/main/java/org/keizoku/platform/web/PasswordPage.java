package org.keizoku.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.keizoku.engine.Refused;
import org.keizoku.platform.security.OwnPassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody changes the own password. */
@Controller
class PasswordPage {

    private static final String VIEW = "password";

    private final OwnPassword passwords;

    PasswordPage(OwnPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/password")
    String show(@RequestParam(required = false) String changed, Model page) {
        page.addAttribute("changed", changed != null);
        return VIEW;
    }

    @PostMapping("/password")
    String change(
            @RequestParam String present,
            @RequestParam String next,
            @RequestParam String again,
            Principal person,
            HttpServletRequest request,
            Model page) {
        try {
            String session = request.getSession().getId();
            passwords.change(person.getName(), request.getRemoteAddr(), session, present, next, again);
            return "redirect:/password?changed";
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            return VIEW;
        }
    }
}
