package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.engine.Fact;
import org.keizoku.engine.ProcedureDeployment;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which version of a plan counts: at starts, after another was accepted, and on the other node. Each test has a plan of its own id. */
@KeizokuTest
class PlansTest {

    private static int made;

    @Autowired
    PlanVersions versions;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final ProcedureDeployment deployment = mock();
    private final List<Object> said = new CopyOnWriteArrayList<>();
    private String id;

    @BeforeEach
    void a_plan_of_its_own() {
        id = "city-" + ++made;
    }

    @Test
    void a_file_never_seen_before_is_accepted_at_the_start_and_on_the_record() {
        Plans plans = started("1");

        assertThat(plans.inForce().version()).isEqualTo("1");
        assertThat(plans.history()).singleElement().satisfies(first -> {
            assertThat(first.approval().capacity()).isEqualTo("起動時");
            assertThat(first.approval().by()).isEqualTo("system");
            assertThat(first.diff()).isEmpty();
        });
        assertThat(facts()).singleElement().satisfies(fact -> assertThat(fact.told())
                .isEqualTo("起動時に計画(版1)を受け入れた。"));
    }

    @Test
    void the_same_file_at_the_next_start_changes_nothing() {
        long number = started("1").inForceVersion();
        said.clear();

        Plans again = started("1");

        assertThat(again.inForceVersion()).isEqualTo(number);
        assertThat(again.history()).hasSize(1);
        assertThat(facts()).isEmpty();
        assertThat(versionsSaid()).containsExactly("1");
    }

    @Test
    void the_latest_accepted_version_counts_at_the_next_start_though_the_file_is_older() {
        accepted(started("1"), "2");

        assertThat(started("1").inForce().version()).isEqualTo("2");
    }

    @Test
    void a_new_text_in_the_file_counts_again_with_what_it_changed() {
        accepted(started("1"), "2");

        Plans replaced = started("3");

        assertThat(replaced.inForce().version()).isEqualTo("3");
        assertThat(replaced.history()).extracting(PlanVersion::version).containsExactly("3", "2", "1");
        assertThat(replaced.history().get(0).diff()).contains("-version: '2'", "+version: '3'");
    }

    @Test
    void an_accepted_version_counts_once_the_transaction_has_committed_and_the_earlier_one_stays_readable() {
        Plans plans = started("1");
        long first = plans.inForceVersion();
        said.clear();

        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            plans.takeIntoUse(yaml("2"), approval());
            assertThat(plans.inForce().version()).isEqualTo("1");
            assertThat(said).isEmpty();
        });

        assertThat(plans.inForce().version()).isEqualTo("2");
        assertThat(versionsSaid()).containsExactly("2");
        assertThat(plans.version(first).version()).isEqualTo("1");
        assertThat(plans.history().get(0)).satisfies(second -> {
            assertThat(second.approval().by()).isEqualTo("shicho");
            assertThat(second.approval().reason()).isEqualTo("年次の見直し");
        });
    }

    @Test
    void what_was_rolled_back_never_counts() {
        Plans plans = started("1");
        said.clear();

        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            plans.takeIntoUse(yaml("2"), approval());
            work.setRollbackOnly();
        });
        plans.follow();

        assertThat(plans.inForce().version()).isEqualTo("1");
        assertThat(said).isEmpty();
    }

    @Test
    void the_other_node_follows_within_seconds_and_says_so_once() {
        Plans here = started("1");
        Plans there = started("1");
        var watch = new PlanWatch(there);
        watch.start();
        said.clear();

        accepted(here, "2");
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> there.inForce().version().equals("2"));
            there.follow();
        } finally {
            watch.stop();
        }

        // Here and there, each once.
        assertThat(versionsSaid()).containsExactly("2", "2");
    }

    @Test
    void another_plan_and_a_text_that_was_in_force_before_are_refused() {
        Plans plans = started("1");

        assertThatThrownBy(() -> accepted(plans, "1")).hasMessageContaining("in force before");
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(work ->
                                plans.takeIntoUse(SampleCity.with("version: '1.0'", "version: '2'"), approval())))
                .hasMessageContaining("sample-city is not the plan in use");
    }

    @Test
    void nobody_rewrites_a_version() {
        started("1");

        assertThatThrownBy(() -> jdbc.sql("update plan_version set approved_by = 'joho1' where plan_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_was_put_beside_the_plan_since_the_start_is_deployed_before_another_version_is_said() {
        var plans = started("1");
        assertThat(said).doesNotContain("deployed");

        accepted(plans, "2");

        assertThat(said.subList(said.indexOf("deployed"), said.size()))
                .hasSize(2)
                .last()
                .isInstanceOf(PlanTakenIntoUse.class);
    }

    private Plans started(String version) {
        try {
            Path file = Files.writeString(folder.resolve("plan-" + version + ".yaml"), yaml(version));
            var plans = new Plans(
                    new PlanSettings(file.toString()), versions, said::add, deployments(), transactions, clock);
            plans.afterSingletonsInstantiated();
            return plans;
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<ProcedureDeployment> deployments() {
        ObjectProvider<ProcedureDeployment> provider = mock();
        when(provider.getObject()).thenReturn(deployment);
        doAnswer(deployed -> said.add("deployed")).when(deployment).deployWhatIsThere();
        return provider;
    }

    private void accepted(Plans plans, String version) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(work -> plans.takeIntoUse(yaml(version), approval()));
    }

    private Approval approval() {
        return new Approval("shicho", "市長", clock.instant(), "年次の見直し");
    }

    private String yaml(String version) {
        return SampleCity.with("id: sample-city", "id: " + id, "version: '1.0'", "version: '%s'".formatted(version));
    }

    private List<Fact> facts() {
        return said.stream()
                .filter(Fact.class::isInstance)
                .map(Fact.class::cast)
                .toList();
    }

    private List<String> versionsSaid() {
        return said.stream()
                .filter(PlanTakenIntoUse.class::isInstance)
                .map(taken -> ((PlanTakenIntoUse) taken).plan().version())
                .toList();
    }
}
