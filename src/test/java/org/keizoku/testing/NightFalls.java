package org.keizoku.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The begin and end of a test's night: before it the clock stands still at a known moment and nobody has had a message, after it nothing
 * keeps running and everybody is back.
 */
class NightFalls implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        bean(test, Night.class).freezeAt(Night.FALLS);
        bean(test, Heard.class).forget();
        StandIns.TWILIO.reset();
        StandIns.MAIL.reset();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        bean(test, Night.class).ends();
        assertThat(bean(test, Heard.class).withoutWords())
                .as("kinds of fact without a word in messages.properties")
                .isEmpty();
    }

    private static <T> T bean(ExtensionContext test, Class<T> type) {
        return SpringExtension.getApplicationContext(test).getBean(type);
    }
}
