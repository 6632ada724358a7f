package org.keizoku.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;

/**
 * Who of the called has answered what, in the order in which they were called.
 *
 * @param called everybody whom the activation called
 * @param safetyOnly who of them is only asked how they are
 * @param comingOnly who of them is only asked whether they come
 * @param answers the latest answer of everybody who gave one
 */
public record Tally(
        List<PersonId> called, Set<PersonId> safetyOnly, Set<PersonId> comingOnly, Map<PersonId, Answer> answers) {

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

    /** How many of the called are asked to come or to work from home. */
    public int askedToWork() {
        return called.size() - safetyOnly.size();
    }

    /** How many of those comes or works elsewhere. */
    public int available() {
        return (int) Stream.concat(coming().stream().map(Answer::person), elsewhere().stream())
                .filter(person -> !safetyOnly.contains(person))
                .count();
    }

    /** The share of those asked to work (0 to 1) that does: what the plan's quorum is compared with. */
    public double shareAvailable() {
        return askedToWork() == 0 ? 0 : (double) available() / askedToWork();
    }

    /** Whether everybody has said what they were asked: how they are, whether they come. */
    public boolean isComplete() {
        return called.stream().allMatch(person -> of(person)
                .filter(answer -> (answer.safety() != null || comingOnly.contains(person))
                        && (answer.coming() != null || safetyOnly.contains(person)))
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
