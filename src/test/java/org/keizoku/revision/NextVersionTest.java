package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.plan.Revision.Numbering.ISSUE;
import static org.keizoku.plan.Revision.Numbering.MANAGEMENT_REVIEW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextVersionTest {

    @ParameterizedTest
    @CsvSource({"1.0, 2.0", "2, 3", "9, 10", "第２版, 第3版", "第2版, 第3版", "初版, 2", "1.2, 2.0"})
    void by_issue_it_is_the_next_integer_written_like_the_one_before(String current, String next) {
        assertThat(new NextVersion(ISSUE, current).allowed()).containsExactly(next);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.1, 2.0", "1.2, 1.3, 2.0", "1.9, 1.10, 2.0", "2, 2.1, 3.0", "初版, 1.1, 2.0"})
    void by_management_review_the_decimals_rise_until_it_approves(String current, String ordinary, String reviewed) {
        var next = new NextVersion(MANAGEMENT_REVIEW, current);

        assertThat(next.allowed()).containsExactly(ordinary, reviewed);
        assertThat(next.isReviewed(ordinary)).isFalse();
        assertThat(next.isReviewed(reviewed)).isTrue();
    }

    @Test
    void wide_digits_are_digits() {
        assertThat(new NextVersion(ISSUE, "第２版").allows("第３版")).isTrue();
        assertThat(new NextVersion(ISSUE, "第２版").allows("第４版")).isFalse();
    }

    @Test
    void by_issue_no_version_is_one_of_a_review() {
        assertThat(new NextVersion(ISSUE, "1.0").isReviewed("2.0")).isFalse();
    }

    @Test
    void the_right_number_is_said_in_words() {
        assertThat(new NextVersion(ISSUE, "1.0").inWords()).isEqualTo("「2.0」");
        assertThat(new NextVersion(MANAGEMENT_REVIEW, "1.2").inWords()).isEqualTo("「1.3」(マネジメントレビューで承認した版なら「2.0」)");
    }
}
