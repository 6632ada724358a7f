package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRecordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keizoku.operator.password",
                "keizoku.sms.auth-token",
                "keizoku.sms.authtoken",
                "keizoku.sms.accountsid",
                "keizoku.drill.sms-from",
                "keizoku.drill.smsfrom",
                "keizoku.drill.recipients[0]",
                "keizoku.audit.heads-mail",
                "keizoku.audit.heads-mail[0]",
                "keizoku.audit.headsmail",
                "keizoku.audit.heads-url",
                "keizoku.outbound-proxy"
            })
    void what_may_be_a_secret_or_an_address_is_only_said_to_be_set(String name) {
        assertThat(StartRecord.told(name, "x")).isEqualTo("設定あり");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keizoku.plan",
                "keizoku.audit.heads-mail-every",
                "keizoku.audit.headsmailevery",
                "keizoku.notice.bundle-within"
            })
    void anything_else_is_told(String name) {
        assertThat(StartRecord.told(name, "x")).isEqualTo("x");
    }
}
