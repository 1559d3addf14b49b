package io.holdfast.agent.devices.snmp.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets and logins as people write them. */
final class SnmpTargetTest {

    @ParameterizedTest
    @CsvSource({
        "switch7, switch7, 161",
        "switch7:1161, switch7, 1161",
        "10.1.2.3, 10.1.2.3, 161",
        "10.1.2.3:65535, 10.1.2.3, 65535",
        "2001:db8::1, 2001:db8::1, 161",
        "::1, ::1, 161",
        "[2001:db8::1], 2001:db8::1, 161",
        "[fe80::1%eth0]:1161, fe80::1%eth0, 1161",
    })
    void isRead(String text, String host, int port) {
        SnmpTarget target = SnmpTarget.parse(text);
        assertThat(target).isEqualTo(new SnmpTarget(host, port));
        assertThat(SnmpTarget.parse(target.toString())).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":161",
                "host:",
                "host:snmp",
                "host:0",
                "host:65536",
                "a b",
                "[::1",
                "[::1]x",
                "[host]",
                "https://host/",
                "udp:192.0.2.7:161",
                "user@host"
            })
    void isRefusedWithWhatWasFound(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnmpTarget.parse(text))
                .withMessageContaining("expected")
                .withMessageContaining("found");
    }

    @Test
    void secretsNeverPrint() {
        Security security =
                new Security.AuthPriv(
                        AuthProtocol.SHA_256,
                        Secret.of("authpass-123"),
                        PrivProtocol.AES_128,
                        Secret.of("privpass-123"));
        Login user = new Login.User("mon", security, "ctx");
        Login community = new Login.Community(Login.Version.V2C, Secret.of("public-123"));
        assertThat(user.toString()).contains("mon", "***", "SHA_256").doesNotContain("pass-123");
        assertThat(community.toString()).contains("***").doesNotContain("public-123");
    }

    @Test
    void shortPassphrasesAreRefusedWithoutPrintingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Security.AuthNoPriv(AuthProtocol.MD5, Secret.of("short12")))
                .withMessageContaining("at least 8 bytes")
                .withMessageNotContaining("short12");
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, MD5",
        "md5, MD5",
        "SHA, SHA_1",
        "sha1, SHA_1",
        "SHA-256, SHA_256",
        "sha512, SHA_512",
        "SHA_384, SHA_384"
    })
    void hashesHaveTheirUsualNames(String word, AuthProtocol protocol) {
        assertThat(AuthProtocol.ofWord(word)).contains(protocol);
    }

    @ParameterizedTest
    @CsvSource({"DES, DES", "aes, AES_128", "AES-256, AES_256", "aes256c, AES_256_C"})
    void ciphersHaveTheirUsualNames(String word, PrivProtocol protocol) {
        assertThat(PrivProtocol.ofWord(word)).contains(protocol);
        assertThat(PrivProtocol.ofWord(protocol.word())).contains(protocol);
        assertThat(PrivProtocol.ofWord("3DES")).isEmpty();
    }
}
