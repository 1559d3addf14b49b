package io.holdfast.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void secretsNeverPrint() {
        SecretText secret = new SecretText("hunter2");
        List<Login> logins =
                List.of(
                        new Login.Community(secret),
                        new Login.Password("admin", secret),
                        new Login.SnmpUser(
                                "watch",
                                Optional.of(new Login.Auth(SnmpAuth.SHA_256, secret)),
                                Optional.of(new Login.Priv(SnmpPriv.AES_128, secret))));
        for (Login login : logins) {
            var device =
                    new DeviceAssignment(
                            HostId.parse("ber1/r12/sw1"),
                            Kind.SWITCH,
                            new Access.Snmp("192.0.2.1", 161, 3, ""),
                            login,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(20));
            assertThat(device.toString()).doesNotContain("hunter2").contains("***");
        }
    }

    @Test
    void secretsCompareByTheirText() {
        assertThat(new SecretText("a")).isEqualTo(new SecretText("a"));
        assertThat(new SecretText("a")).isNotEqualTo(new SecretText("b"));
        assertThat(new SecretText("a")).isNotEqualTo(new SecretText("ab"));
    }

    @Test
    void nobodyEncryptsWithoutProvingWhoHeIs() {
        var priv = Optional.of(new Login.Priv(SnmpPriv.DES, new SecretText("x")));
        assertThatThrownBy(() -> new Login.SnmpUser("watch", Optional.empty(), priv))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
