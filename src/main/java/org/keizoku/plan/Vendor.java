package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import java.util.List;

/**
 * A company that helps to recover.
 *
 * @param answers the nine answers of 様式2 in their order
 */
public record Vendor(@NotBlank String id, @NotBlank String name, List<String> answers) {

    public Vendor {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }
}
