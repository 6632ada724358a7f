package org.keizoku.engine;

import java.time.Clock;
import java.time.ZoneId;
import org.keizoku.Keizoku;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is set up: its clock is the application's clock. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock(ZoneId.of(Keizoku.ZONE));
    }
}
