package org.keizoku;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules on who may know whom, as objects, so that a test can show that each of them can fail. */
final class Architecture {

    /** From the ground up: a feature knows its own floor's ground and below, never its neighbours or those above. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("engine", "platform"),
            Set.of("plan"),
            Set.of("people"),
            Set.of("activation"),
            Set.of("notice"),
            Set.of("assembly", "approval", "downgrade", "recovery", "report", "revision", "auditing"),
            Set.of("trigger", "board", "audit"));

    private Architecture() {}

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** One rule per floor. */
    static Stream<ArchRule> knowsOnlyBelow(String root) {
        return IntStream.range(0, FLOORS.size() - 1).mapToObj(floor -> noClasses()
                .that()
                .resideInAnyPackage(packages(root, FLOORS.get(floor).stream()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        packages(root, FLOORS.stream().skip(floor + 1L).flatMap(Set::stream)))
                .allowEmptyShould(true));
    }

    static ArchRule nobodyKnowsTheListeners(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".audit..", root + ".board..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".audit..", root + ".board..")
                .allowEmptyShould(true)
                .because("audit and board only listen");
    }

    static ArchRule camundaStaysAtTheSeam(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".engine..", root + ".platform..")
                .and()
                .haveNameNotMatching(".*(Process|Tasks|Model|Sync)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .allowEmptyShould(true)
                .because("a move to another engine must stay cheap");
    }

    static ArchRule implStaysInside(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".engine..", root + ".platform.security..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .allowEmptyShould(true);
    }

    static ArchRule oneClock(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".engine..")
                .should()
                .callMethodWhere(readsAnotherClock())
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callConstructor(GregorianCalendar.class)
                .allowEmptyShould(true)
                .because("time comes from the Clock bean, which follows the engine");
    }

    private static DescribedPredicate<JavaCall<?>> readsAnotherClock() {
        return DescribedPredicate.describe("reads a clock that is not the engine's", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String method = target.getOwner().getName() + "." + target.getName();
            boolean withClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
            return method.matches("java\\.time\\.[\\w.]+\\.now") && !withClock
                    || method.matches("java\\.time\\.Clock\\.(system\\w*|tick\\w*)")
                    || method.matches("java\\.lang\\.System\\.(currentTimeMillis)")
                    || method.matches("java\\.util\\.Calendar\\.getInstance")
                    || method.equals("org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime");
        });
    }

    static ArchRule namesSayWhatItIs(String root) {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)(\\$.*)?")
                .allowEmptyShould(true);
    }

    private static String[] packages(String root, Stream<String> features) {
        return features.map(feature -> root + "." + feature + "..").toArray(String[]::new);
    }
}
