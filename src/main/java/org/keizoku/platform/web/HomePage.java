package org.keizoku.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where a person lands who asked for nothing in particular: Tasklist, unless a feature has a page of its own at the root. */
@Configuration(proxyBeanMethods = false)
public class HomePage implements WebMvcConfigurer {

    public static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", TASKLIST);
    }
}
