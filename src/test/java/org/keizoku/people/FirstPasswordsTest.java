package org.keizoku.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.slf4j.LoggerFactory;

/** Everybody's first password is an own one, and told to nobody but a file. */
class FirstPasswordsTest {

    private static final Person ICHIRO = new Person(new PersonId("ichiro"), "仮名 一郎", "主査", 3, null);
    private static final Person FUTABA = new Person(new PersonId("futaba"), "仮名 \"ふた\" 二葉", "主任", 6, null);

    @TempDir
    Path folder;

    @Test
    void each_new_person_gets_an_own_one_that_can_be_typed() {
        Map<PersonId, String> passwords = own(folder).of(List.of(ICHIRO, FUTABA));

        assertThat(passwords).containsOnlyKeys(ICHIRO.id(), FUTABA.id());
        assertThat(passwords.values())
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}"));
    }

    @Test
    void they_stand_in_a_file_that_only_its_owner_reads_and_that_grows() throws IOException {
        var passwords = own(folder.resolve("secrets")).of(List.of(ICHIRO));
        Path file = folder.resolve("secrets/first-passwords.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var later = own(folder.resolve("secrets")).of(List.of(FUTABA));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "person,name,password",
                        "ichiro,\"仮名 一郎\"," + passwords.get(ICHIRO.id()),
                        "futaba,\"仮名 \"\"ふた\"\" 二葉\"," + later.get(FUTABA.id()));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_log_names_the_file_and_no_password() {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var log = (Logger) LoggerFactory.getLogger(PasswordSheet.class);
        var before = log.getLevel();
        log.setLevel(Level.ALL);
        log.addAppender(heard);
        var passwords = own(folder).of(List.of(ICHIRO));
        log.detachAppender(heard);
        log.setLevel(before);

        assertThat(heard.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .contains(folder + "/first-passwords.csv")
                .doesNotContain(passwords.get(ICHIRO.id())));
    }

    @Test
    void nobody_new_means_no_file() {
        own(folder).of(List.of());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void in_a_try_out_all_have_the_same_and_nothing_is_written() {
        var tryOut = new FirstPasswords(new PeopleSettings("try-it-out"), new PasswordSheet(folder.toString()));

        assertThat(tryOut.of(List.of(ICHIRO, FUTABA)).values()).containsOnly("try-it-out");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void without_a_folder_the_missing_setting_is_named() {
        var nowhere = new FirstPasswords(new PeopleSettings(null), new PasswordSheet(""));

        assertThatThrownBy(() -> nowhere.of(List.of(ICHIRO))).hasMessageContaining("keizoku.secrets.directory");
    }

    private static FirstPasswords own(Path folder) {
        return new FirstPasswords(new PeopleSettings(null), new PasswordSheet(folder.toString()));
    }
}
