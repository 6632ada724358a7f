package org.keizoku.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what neither an answer page nor a provider's callback ever sends: a long body, or one whose length is not said. */
@Configuration(proxyBeanMethods = false)
class SmallBodies {

    private static final int LONGEST = 4096;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> smallBodiesFromOutside() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new Filter());
        filter.addUrlPatterns("/a/*", "/callbacks/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean unsaid = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
            if (unsaid || request.getContentLengthLong() > LONGEST) {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
