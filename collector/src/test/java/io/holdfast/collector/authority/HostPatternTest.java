package io.holdfast.collector.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.component.HostId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, ber1/r1/db1, true",
        "ber1/r1/db1, ber1/r1/db1, true",
        "ber1/r1/db1, ber1/r1/db10, false",
        "ber1/*/db*, ber1/r1/db10, true",
        "ber1/*/db*, muc1/r1/db10, false",
        "ber1/*/db*, ber1/r1/web1, false",
        "*/*/*, ber1/r1/db1, true",
        "ber./r1/db1, ber1/r1/db1, false"
    })
    void starsStandForAnythingButASlash(String pattern, String host, boolean matches) {
        assertThat(new HostPattern(pattern).matches(HostId.parse(host))).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db1", "ber1/db1", "ber1//db1", "a/b/c/d"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatThrownBy(() -> new HostPattern(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("site/rack/host");
    }
}
