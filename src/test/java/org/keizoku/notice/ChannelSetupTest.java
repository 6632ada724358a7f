package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keizoku.people.contact.ContactChannel;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ChannelSetupTest {

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
                    var channels = context.getBean(Channels.class);
                    assertThat(channels.has(ContactChannel.MAIL)).isTrue();
                    assertThat(channels.has(ContactChannel.SMS)).isFalse();
                });
    }

    @EnableConfigurationProperties({SmsSettings.class, MailSettings.class, OutsideSettings.class})
    static class Settings {}
}
