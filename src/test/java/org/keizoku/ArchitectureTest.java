package org.keizoku;

import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Plain tests and check(): the fields that ArchUnit would find by itself get lost with some versions of Surefire. */
class ArchitectureTest {

    private static final String ROOT = "org.keizoku";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void features_form_no_cycle() {
        Architecture.noCycles(ROOT).check(CODE);
    }

    @Test
    void a_feature_knows_only_those_below() {
        Architecture.knowsOnlyBelow(ROOT).forEach(rule -> rule.check(CODE));
    }

    @Test
    void nobody_knows_those_who_only_listen() {
        Architecture.nobodyKnowsTheListeners(ROOT).check(CODE);
    }

    @Test
    void camunda_stays_at_the_seam() {
        Architecture.camundaStaysAtTheSeam(ROOT).check(CODE);
    }

    @Test
    void the_engine_s_insides_stay_inside() {
        Architecture.implStaysInside(ROOT).check(CODE);
    }

    @Test
    void there_is_one_clock() {
        Architecture.oneClock(ROOT).check(CODE);
    }

    @Test
    void names_say_what_a_class_is() {
        Architecture.namesSayWhatItIs(ROOT).check(CODE);
    }

    @Test
    void nothing_is_injected_into_fields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CODE);
    }

    @Test
    void logs_go_one_way() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CODE);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CODE);
    }
}
