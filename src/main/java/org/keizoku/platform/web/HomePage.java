package org.keizoku.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person lands who asked for nothing in particular. */
@Controller
public class HomePage {

    public static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final String home;

    HomePage(@Value("${keizoku.home:" + TASKLIST + "}") String home) {
        this.home = home;
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + home;
    }
}
