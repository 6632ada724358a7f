package org.keizoku.plan.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Reference;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.springframework.core.io.Resource;

/** The tasks of the procedures, which a plan names to say what is read for them: a misspelt one would show nothing to anybody. */
final class Steps {

    /** A model names its elements with or without a prefix, and the id in any place. */
    private static final Pattern USER_TASK = Pattern.compile("<(?:\\w+:)?userTask\\b[^>]*?\\bid=\"([^\"]+)\"");

    private final Set<String> known;

    private Steps(Set<String> known) {
        this.known = known;
    }

    static Steps none() {
        return new Steps(Set.of());
    }

    /** These and those of more models. */
    Steps and(Collection<? extends Resource> models) {
        Set<String> all = new HashSet<>(known);
        for (Resource model : models) {
            Matcher task = USER_TASK.matcher(text(model));
            while (task.find()) {
                all.add(task.group(1));
            }
        }
        return new Steps(all);
    }

    Stream<Broken> unknown(Plan plan) {
        List<Reference> references = plan.references();
        return IntStream.range(0, references.size()).boxed().flatMap(n -> references.get(n).steps().stream()
                .filter(step -> !known.contains(step))
                .map(step -> new Broken(
                        "references[%d].steps".formatted(n),
                        "手順にタスク「%s」がないため、参照文書を誰にも示せません".formatted(step),
                        "BPMNのユーザータスクのidを確かめてください")));
    }

    private static String text(Resource model) {
        try {
            return model.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
