package org.keizoku.platform.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one login page, for Tasklist and for our own pages. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show(@RequestParam(required = false) String why, Principal person, Model model) {
        model.addAttribute("message", message(why));
        model.addAttribute("signedInAs", person == null ? null : person.getName());
        return "login";
    }

    private static String message(String why) {
        return switch (String.valueOf(why)) {
            case "wrong" -> "職員IDまたはパスワードが違います。";
            case "wait" -> "失敗が続いたため、しばらく受け付けません。1分ほど待ってから、もう一度お試しください。";
            case "again" -> "画面の有効期限が切れました。もう一度ログインしてください。";
            case "out" -> "ログアウトしました。";
            default -> null;
        };
    }
}
