package io.holdfast.agent.devices.serial.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2400-8N1", "9600-7E1", "115200-8N1-rtscts", "1200-8O2-xonxoff"})
    void whatIsWrittenIsReadBack(String text) {
        assertThat(LineSettings.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2400",
                "8N1",
                "2400-9N1",
                "2400-8X1",
                "2400-8N3",
                "9999999-8N1",
                "2400-8n1"
            })
    void anythingElseIsNone(String text) {
        assertThat(LineSettings.parse(text)).isEmpty();
    }

    @Test
    void aCharacterTakesItsBits() {
        assertThat(LineSettings.plain(9600).characterNanos()).isEqualTo(10_000_000_000L / 9600);
    }
}
