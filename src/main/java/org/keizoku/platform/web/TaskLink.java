package org.keizoku.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The short link to a task, for text messages: {@code /t/{taskId}}. */
@Controller
public class TaskLink {

    /** Where Tasklist is. */
    public static final String TASKLIST = "/camunda/app/tasklist/default/";

    @GetMapping("/t/{task:[A-Za-z0-9-]{1,64}}")
    String open(@PathVariable String task) {
        return "redirect:" + TASKLIST + "#/?task=" + task;
    }
}
