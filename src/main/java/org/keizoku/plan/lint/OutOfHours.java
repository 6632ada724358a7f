package org.keizoku.plan.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Assembly.Reach;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The quorum can be met by those who live near enough and of whom the stated share can come. */
final class OutOfHours {

    private OutOfHours() {}

    static Stream<Broken> tooFew(Plan plan) {
        if (plan.assembly().reach() == null) {
            return Stream.of();
        }
        Map<PersonId, Person> people =
                plan.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return Standing.of(plan)
                .map(standing -> standing.plan().duties().staff())
                .distinct()
                .flatMap(staff -> tooFew(plan, staff, people));
    }

    private static Stream<Broken> tooFew(Plan plan, RoleId role, Map<PersonId, Person> people) {
        Set<PersonId> staff = Set.copyOf(plan.role(role).holders());
        Reach reach = plan.assembly().reach();
        long near = staff.stream()
                .map(people::get)
                .filter(person -> person.distanceKm() != null && person.distanceKm() <= reach.withinKm())
                .count();
        int coming = BigDecimal.valueOf(reach.share())
                .multiply(BigDecimal.valueOf(near))
                .setScale(0, RoundingMode.FLOOR)
                .intValue();
        if ((double) coming / staff.size() >= plan.assembly().quorum()) {
            return Stream.of();
        }
        return Stream.of(new Broken(
                "assembly.quorum",
                "時間外には「%s」%d人のうち%d人(%dkm以内の%d人の%s%%)しか見込めず、必要な割合%s%%に届きません"
                        .formatted(
                                plan.role(role).name(),
                                staff.size(),
                                coming,
                                reach.withinKm(),
                                near,
                                percent(reach.share()),
                                percent(plan.assembly().quorum())),
                "quorumを見込みに合わせるか、近くに住む職員を加えてください(距離はpeopleのdistanceKm)"));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
