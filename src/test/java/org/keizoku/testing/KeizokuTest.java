package org.keizoku.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keizoku.TestDatabase;
import org.keizoku.audit.SealedNights;
import org.keizoku.scenario.Askings;
import org.keizoku.scenario.City;
import org.keizoku.scenario.Everybody;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in the whole application with a real PostgreSQL, under a clock that stands still ({@link Night}). Tests that bear this and
 * nothing else share one context; settings for all of them are in {@code application-test.yaml}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TestDatabase.class, StandIns.class})
@ActiveProfiles("test")
@Import({
    City.class,
    Everybody.class,
    Askings.class,
    Night.class,
    People.class,
    Heard.class,
    FlowRecorder.class,
    SealedNights.class
})
@ExtendWith({ContextsTurn.class, NightFalls.class})
public @interface KeizokuTest {}
