package org.keizoku.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.plan.PersonId;

/**
 * Who of the called has answered what, in the order in which they were called.
 *
 * @param called everybody whom the activation called
 * @param answers the latest answer of everybody who gave one
 */
public record Tally(List<PersonId> called, Map<PersonId, Answer> answers) {

    public Optional<Answer> of(PersonId person) {
        return Optional.ofNullable(answers.get(person));
    }

    public List<PersonId> answered() {
        return called.stream().filter(answers::containsKey).toList();
    }

    /** Who has said nothing at all. */
    public List<PersonId> silent() {
        return called.stream().filter(person -> !answers.containsKey(person)).toList();
    }

    public List<PersonId> safe() {
        return with(Safety.SAFE);
    }

    public List<PersonId> injured() {
        return with(Safety.INJURED);
    }

    /** Who comes; {@link Answer#arrivesAt()} says when. */
    public List<Answer> coming() {
        return with(Coming.COMING).stream().map(answers::get).toList();
    }

    public List<PersonId> elsewhere() {
        return with(Coming.WORKING_ELSEWHERE);
    }

    public List<PersonId> unable() {
        return with(Coming.UNABLE);
    }

    /** The share of the called (0 to 1) that comes or works elsewhere: what the plan's quorum is compared with. */
    public double shareAvailable() {
        return called.isEmpty() ? 0 : (double) (coming().size() + elsewhere().size()) / called.size();
    }

    /** Whether everybody has said both how they are and whether they come. */
    public boolean isComplete() {
        return called.stream().allMatch(person -> of(person)
                .filter(answer -> answer.safety() != null && answer.coming() != null)
                .isPresent());
    }

    private List<PersonId> with(Safety safety) {
        return called.stream()
                .filter(person ->
                        of(person).filter(answer -> answer.safety() == safety).isPresent())
                .toList();
    }

    private List<PersonId> with(Coming coming) {
        return called.stream()
                .filter(person ->
                        of(person).filter(answer -> answer.coming() == coming).isPresent())
                .toList();
    }
}
