package org.keizoku.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.SampleCity;

/** Who is asked, in which order, and how far at once. */
class RanksTest {

    private static final Plan PLAN = new PlanFile("plan.yaml", SampleCity.with()).read();
    private static final List<Rank> CIO = PLAN.decidingRanks(new RoleId("cio"));

    @Test
    void headquarters_comes_last_and_nobody_twice() {
        assertThat(CIO)
                .extracting(Rank::group)
                .containsExactly(
                        "cio",
                        "cio-deputy-1",
                        "cio-deputy-2",
                        "headquarters-head",
                        "headquarters-head-deputy-1",
                        "headquarters-head-deputy-2",
                        "headquarters-office");
        assertThat(PLAN.decidingRanks(PLAN.duties().headquarters()))
                .extracting(Rank::group)
                .containsExactly("headquarters-office");
    }

    @Test
    void one_rank_is_asked_where_somebody_of_it_can_decide() {
        assertThat(Ranks.reach(CIO, 0, Set.of())).isZero();
        assertThat(Ranks.reach(CIO, 0, persons("somu-bucho"))).isZero();
        assertThat(Ranks.reach(CIO, 2, Set.of())).isEqualTo(2);
    }

    @Test
    void a_rank_of_which_nobody_can_decide_is_not_waited_for() {
        assertThat(Ranks.reach(CIO, 0, persons("ict-bucho"))).isEqualTo(1);
        assertThat(Ranks.reach(CIO, 0, persons("ict-bucho", "somu-bucho", "kikaku-kacho")))
                .isEqualTo(3);
    }

    @Test
    void where_nobody_is_left_everybody_is_asked() {
        assertThat(Ranks.reach(
                        CIO,
                        0,
                        persons(
                                "ict-bucho",
                                "somu-bucho",
                                "kikaku-kacho",
                                "shicho",
                                "fukushicho",
                                "kyoikucho",
                                "honbu")))
                .isEqualTo(CIO.size() - 1);
    }

    /** Whatever ranks a plan of five people has, and whoever of them may not or cannot decide. */
    @Property
    void as_few_as_possible_are_asked_and_never_nobody_who_could(
            @ForAll("plans") List<Set<PersonId>> persons, @ForAll("someOfFive") Set<PersonId> unavailable) {
        List<Rank> ranks = persons.stream()
                .map(of -> new Rank("group", "capacity", List.copyOf(of)))
                .toList();

        int to = Ranks.reach(ranks, 0, unavailable);

        List<Integer> able = IntStream.range(0, ranks.size())
                .filter(rank -> !unavailable.containsAll(ranks.get(rank).persons()))
                .boxed()
                .toList();
        assertThat(to).isEqualTo(able.isEmpty() ? ranks.size() - 1 : able.get(0));
    }

    @Provide
    Arbitrary<List<Set<PersonId>>> plans() {
        return someOfFive()
                .filter(persons -> !persons.isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<Set<PersonId>> someOfFive() {
        return Arbitraries.of("a", "b", "c", "d", "e").map(PersonId::new).set();
    }

    private static Set<PersonId> persons(String... ids) {
        return Set.of(ids).stream().map(PersonId::new).collect(Collectors.toSet());
    }
}
