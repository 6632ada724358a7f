package org.keizoku.audit;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keizoku.engine.Actor;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;

/** How people are called who stand on the record by their ids: by the plan that was in force then. */
public record Names(Plan plan) {

    private static final Pattern PERSON = Pattern.compile("\\{([a-z][a-z0-9-]{0,40})}");

    /** The name; the id itself where the plan does not know it. */
    public String person(String id) {
        return Actor.SYSTEM.equals(id)
                ? "システム"
                : plan.findPerson(id).map(Person::name).orElse(id);
    }

    /** The post; empty where the plan does not know the person. */
    public String post(String id) {
        return plan.findPerson(id).map(Person::post).orElse("");
    }

    /** One sentence of who did what, with the capacity where it is not plain; what the software did by itself stands alone. */
    public String sentence(String actor, String capacity, String told) {
        String what = in(told);
        if (Actor.SYSTEM.equals(actor)) {
            return what;
        }
        String who = capacity == null ? person(actor) : "%s(%s)".formatted(person(actor), capacity);
        String named = "{" + actor + "}";
        return told.startsWith(named) ? who + in(told.substring(named.length())) : "%s が%s".formatted(who, what);
    }

    /** The sentence with names in the place of ids. */
    public String in(String told) {
        return PERSON.matcher(told).replaceAll((MatchResult id) -> Matcher.quoteReplacement(person(id.group(1))));
    }
}
