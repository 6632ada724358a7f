package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class ChannelSetupTest {

    private static final String[] SMS_ON = {
        "keizoku.sms.enabled=true",
        "keizoku.sms.account-sid=AC-test",
        "keizoku.sms.auth-token=token",
        "keizoku.sms.from=+815000000000",
        "keizoku.outside-url=https://bcp.example"
    };

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(ChannelSetup.class, Settings.class);

    @Test
    void with_nothing_set_both_channels_are_off_and_it_starts() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channels.class).all()).isEmpty();
        });
    }

    @Test
    void sms_without_its_account_stops_the_start_and_does_not_print_the_token() {
        runner.withPropertyValues(
                        "keizoku.sms.enabled=true",
                        "keizoku.sms.auth-token=very-secret",
                        "keizoku.outside-url=https://bcp.example")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("keizoku.sms.account-sid")
                        .hasMessageNotContaining("very-secret"));
    }

    @Test
    void a_mail_server_without_a_sender_stops_the_start() {
        runner.withPropertyValues("spring.mail.host=mail.example", "keizoku.outside-url=https://bcp.example")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("keizoku.mail.from"));
    }

    @Test
    void an_open_channel_without_our_own_address_stops_the_start() {
        runner.withPropertyValues("spring.mail.host=mail.example", "keizoku.mail.from=bcp@city.example")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("keizoku.outside-url"));
    }

    @Test
    void mail_alone_is_enough() {
        runner.withPropertyValues(
                        "spring.mail.host=mail.example",
                        "keizoku.mail.from=bcp@city.example",
                        "keizoku.outside-url=https://bcp.example")
                .run(context -> {
                    assertThat(open(context)).containsExactly("MAIL real");
                });
    }

    @Test
    void sms_alone_is_enough() {
        runner.withPropertyValues(SMS_ON)
                .run(context -> assertThat(open(context)).containsExactly("SMS real"));
    }

    @Test
    void a_drill_has_the_channels_that_have_a_sender_of_its_own() {
        runner.withPropertyValues(SMS_ON)
                .withPropertyValues(
                        "spring.mail.host=mail.example",
                        "keizoku.mail.from=bcp@city.example",
                        "keizoku.drill.sms-from=+815000000009")
                .run(context ->
                        assertThat(open(context)).containsExactlyInAnyOrder("SMS real", "SMS drill", "MAIL real"));
    }

    @ParameterizedTest
    @CsvSource({
        "keizoku.drill.sms-from=+815000000000, keizoku.drill.sms-from must not be",
        "keizoku.drill.mail-from=BCP@city.example, keizoku.drill.mail-from must not be"
    })
    void a_drill_with_the_real_sender_stops_the_start(String setting, String words) {
        runner.withPropertyValues(SMS_ON)
                .withPropertyValues("keizoku.mail.from=bcp@city.example", setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(words));
    }

    private static List<String> open(ApplicationContext context) {
        return context.getBean(Channels.class).all().stream()
                .map(channel -> channel.kind() + (channel.side().isDrill() ? " drill" : " real"))
                .toList();
    }

    @EnableConfigurationProperties({SmsSettings.class, MailSettings.class, DrillSettings.class, OutsideSettings.class})
    static class Settings {}
}
