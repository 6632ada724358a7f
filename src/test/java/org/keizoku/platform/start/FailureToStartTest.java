package org.keizoku.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.keizoku.TestDatabase;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class FailureToStartTest {

    @Test
    void a_database_that_is_not_there_is_told_in_one_line_without_a_password() {
        var said = analysis("jdbc:postgresql://localhost:1/keizoku?user=keizoku_app&password=secret-1", "secret-1");

        assertThat(said.getDescription()).isEqualTo("データベースに接続できません: jdbc:postgresql://localhost:1/keizoku (応答がありません)");
        assertThat(said.getAction()).doesNotContain("secret-1");
    }

    @Test
    void a_wrong_password_and_a_missing_database_are_told_apart() {
        var database = TestDatabase.empty();

        assertThat(analysis(database.url(), "wrong").getDescription()).endsWith("(利用者名またはパスワードが違います)");
        assertThat(analysis(database.url() + "_gone", database.password()).getDescription())
                .endsWith("(データベースがありません)");
    }

    @Test
    void an_error_of_ours_is_not_blamed_on_the_connection() {
        assertThat(new DatabaseAway(new MockEnvironment()).analyze(new SQLException("syntax", "42601")))
                .isNull();
    }

    @Test
    void another_time_zone_is_refused() {
        var ours = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            assertThatThrownBy(() -> new ZoneCheck().postProcessBeanFactory(new DefaultListableBeanFactory()))
                    .isInstanceOf(WrongZone.class)
                    .hasMessageContaining("Asia/Tokyo")
                    .hasMessageContaining("UTC");
        } finally {
            TimeZone.setDefault(ours);
        }
    }

    private static FailureAnalysis analysis(String url, String password) {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        try (var connection = DriverManager.getConnection(url, "keizoku_app", password)) {
            throw new AssertionError("connected to " + connection);
        } catch (SQLException refused) {
            return new DatabaseAway(environment).analyze(new IllegalStateException("at start", refused));
        }
    }
}
