package org.keizoku.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The sample city's plan as text, with some words put in the place of others. */
public final class SampleCity {

    private SampleCity() {}

    /** What stands before and what after, in turn; words that are not there are a mistake of the test. */
    public static String with(String... beforeAndAfter) {
        String text = text();
        for (int n = 0; n < beforeAndAfter.length; n += 2) {
            if (!text.contains(beforeAndAfter[n])) {
                throw new AssertionError("not in the sample city's plan: " + beforeAndAfter[n]);
            }
            text = text.replace(beforeAndAfter[n], beforeAndAfter[n + 1]);
        }
        return text;
    }

    private static String text() {
        try {
            return new ClassPathResource("plans/sample-city/plan.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
