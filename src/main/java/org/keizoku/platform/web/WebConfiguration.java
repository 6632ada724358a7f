package org.keizoku.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The gate in front of all filters. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<PortGate> portGate(
            OutsidePort outside, @Value("${keizoku.engine-rest.enabled:false}") boolean engineRest) {
        var gate = new FilterRegistrationBean<>(new PortGate(outside, engineRest));
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return gate;
    }
}
