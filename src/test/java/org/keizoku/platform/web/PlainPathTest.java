package org.keizoku.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainPathTest {

    @ParameterizedTest
    @CsvSource({
        "/a/token-1, /a/token-1, true",
        "/A/Token, /a/token, true",
        "/a/, /a, true",
        "/, /, true",
        "/a/%74oken, /a/token, false",
        "/a/..;x/camunda, /camunda, false",
        "/a/%2e%2e/camunda, /camunda, false",
        "/a/%252e%252e/camunda, /camunda, false",
        "//camunda//api/, /camunda/api, false",
        "/a/./b, /a/b, false",
        "/a;b=c/d, /a/d, false",
        "/a%5C..%5Ccamunda, /camunda, false"
    })
    void every_disguise_comes_off(String uri, String plain, boolean asWritten) {
        assertThat(PlainPath.of(uri)).isEqualTo(new PlainPath(plain, asWritten));
    }
}
