package org.keizoku.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person enters on a form: names and values in turn. */
final class Entered {

    private Entered() {}

    static Map<String, Object> entered(String... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            values.put(namesAndValues[n], namesAndValues[n + 1]);
        }
        return values;
    }
}
