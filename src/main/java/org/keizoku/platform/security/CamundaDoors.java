package org.keizoku.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.function.SingletonSupplier;

/** The filters between Spring Security (order -100) and Camunda's own (last), in the order of their numbers. */
@Configuration(proxyBeanMethods = false)
class CamundaDoors {

    @Bean
    FilterRegistrationBean<ActingPerson> actingPerson(IdentityService identity) {
        return at(-90, new ActingPerson(identity), "/*");
    }

    @Bean
    FilterRegistrationBean<EngineRestCalls> engineRestCalls(RequestRecord record) {
        return at(-85, new EngineRestCalls(record), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<TasklistDoor> tasklistDoor(RequestRecord record) {
        return at(-80, new TasklistDoor(record), "/camunda/*", "/camunda");
    }

    @Bean
    FilterRegistrationBean<ExpressionGuard> expressionGuard(RequestRecord record) {
        return at(-70, new ExpressionGuard(record), "/camunda/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<SubmittedForm> submittedForm(FormKeys forms, ObjectMapper json, RequestRecord record) {
        return at(-60, new SubmittedForm(forms, json, record), "/camunda/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<TasklistLogout> tasklistLogout(SignInRecord record) {
        return at(-50, new TasklistLogout(record), "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> tasklistSignIn() {
        var signIn = at(-40, new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
        signIn.setInitParameters(Map.of("authentication-provider", TasklistSignIn.class.getName()));
        return signIn;
    }

    /** Camunda leaves a filter alone whose name is taken; so ours is there first, and mapped last, behind Camunda's sign-in. */
    @Bean
    ServletListenerRegistrationBean<ServletContextListener> indexPages(IndexPagesPlace place) {
        return new ServletListenerRegistrationBean<>(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent started) {
                place.registration.addMappingForUrlPatterns(
                        EnumSet.of(DispatcherType.REQUEST), true, "/camunda/app/*", "/camunda/", "/camunda");
            }
        });
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    IndexPagesPlace indexPagesPlace(ResourceLoader resources, CamundaBpmProperties camunda) {
        return new IndexPagesPlace(resources, camunda);
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }

    /** Takes the name of Camunda's page filter; the filter itself can only be made once Camunda's applications have started. */
    static final class IndexPagesPlace implements ServletContextInitializer {

        private final Supplier<IndexPages> pages;
        private FilterRegistration.Dynamic registration;

        IndexPagesPlace(ResourceLoader resources, CamundaBpmProperties camunda) {
            pages = SingletonSupplier.of(() -> {
                var made = new IndexPages();
                made.setResourceLoader(resources);
                made.setWebappProperty(camunda.getWebapp());
                return made;
            });
        }

        @Override
        public void onStartup(ServletContext context) {
            registration = context.addFilter("Engines Filter", (Filter)
                    (request, response, chain) -> pages.get().doFilter(request, response, chain));
        }
    }
}
