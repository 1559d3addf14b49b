package io.holdfast.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "collector:7443, collector, 7443",
        "c.example.net.:1, c.example.net., 1",
        "192.0.2.10:65535, 192.0.2.10, 65535",
        "'[2001:db8::1]:7443', 2001:db8::1, 7443",
        "'[fe80::1%eth0]:7443', fe80::1%eth0, 7443",
        "0.0.0.0:0, 0.0.0.0, 0",
    })
    void readsAndWritesTheSame(String text, String host, int port) {
        assertThat(HostPort.parse(text)).contains(new HostPort(host, port));
        assertThat(new HostPort(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":7443",
                "host",
                "host:",
                "host:x",
                "host:65536",
                "2001:db8::1:7443",
                "[::1]",
                "[collector]:7443",
                "http://host:80",
                "user@host:80",
                "ho st:80",
                "1.2.3:80",
                "1.2.3.4.5:80",
                "256.0.0.1:80",
                "-host:80",
                "a..b:80"
            })
    void refusesTheRest(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }

    @Test
    void longestNameOfDnsIsTaken() {
        String label = "a".repeat(63);
        String name = String.join(".", label, label, label, "a".repeat(61));
        assertThat(HostPort.parse(name + ":1")).isPresent();
        assertThat(HostPort.parse(name + "a:1")).isEmpty();
        assertThat(HostPort.parse("a".repeat(64) + ":1")).isEmpty();
    }
}
