package io.holdfast.collector.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.HostId;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import io.holdfast.core.observation.Silence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PolledDevicesTest {

    private static final String FILE =
            """
            collector:
              credentials:
                v2: {community-env: COMMUNITY}
                v3:
                  user: watch
                  auth: sha-256
                  auth-password-env: AUTH
                  priv: aes-128
                  priv-password-env: PRIV
                bmc: {user: watch, password-env: BMC}
                fence: {use: power, user: fence, password-env: FENCE}
              racks:
                ber1/r12:
                  devices:
                    pdu: {kind: pdu, snmp: {address: a, credential: v2}}
                    sw: {kind: switch, snmp: {address: a, credential: v3}}
                    bmc:
                      kind: bmc
                      ipmi: {address: a, credential: bmc, power-credential: fence}
                    ups: {kind: ups, nut: {address: a, ups: u}}
            """;

    private final Map<String, String> environment =
            new HashMap<>(
                    Map.of("COMMUNITY", "public!", "AUTH", "aaaa", "PRIV", "pppp", "BMC", "bbbb"));

    @Test
    void everyFormOfCredentialIsPutTogether() {
        assertThat(login("pdu")).contains(new Login.Community(secret("public!")));
        assertThat(login("bmc")).contains(new Login.Password("watch", secret("bbbb")));
        assertThat(login("ups")).contains(new Login.Open());
        assertThat(login("sw"))
                .contains(
                        new Login.SnmpUser(
                                "watch",
                                Optional.of(new Login.Auth(SnmpAuth.SHA_256, secret("aaaa"))),
                                Optional.of(new Login.Priv(SnmpPriv.AES_128, secret("pppp")))));
    }

    /** Its variable is not even set: who only polls has no use for it. */
    @Test
    void whatSwitchesPowerIsNeitherReadNorHandedOn() {
        environment.put("FENCE", "ffff");
        assertThat(devices()).allSatisfy(d -> assertThat(d.trouble()).isEmpty());
        assertThat(revealed(devices())).doesNotContain("ffff");
        environment.remove("FENCE");
        assertThat(devices()).allSatisfy(d -> assertThat(d.trouble()).isEmpty());
    }

    @Test
    void aDeviceIsNeverAskedWithLessThanWasMeant() {
        environment.remove("PRIV");
        PolledDevice sw = device("sw");
        assertThat(sw.assignment()).isEmpty();
        assertThat(sw.trouble().map(Silence::detail))
                .contains(
                        "its credential cannot be read: the environment variable PRIV is not set");
        assertThat(device("pdu").assignment()).isPresent();
    }

    @Test
    void nothingPrintsASecret() {
        assertThat(devices().toString()).doesNotContain("public!", "aaaa", "pppp", "bbbb");
    }

    private static String revealed(List<PolledDevice> devices) {
        StringBuilder all = new StringBuilder();
        for (PolledDevice device : devices) {
            if (device.login().orElseThrow() instanceof Login.Password(var user, var password)) {
                all.append(user).append(password.reveal());
            }
        }
        return all.toString();
    }

    private Optional<Login> login(String name) {
        return device(name).assignment().map(DeviceAssignment::login);
    }

    private PolledDevice device(String name) {
        HostId id = new HostId("ber1", "r12", name);
        return devices().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    private List<PolledDevice> devices() {
        return PolledDevices.of(racks(), new SecretReader(environment));
    }

    private static RackSettings racks() {
        return switch (CollectorConfig.parse("collector.yaml", FILE)) {
            case Loaded.Good<CollectorSettings>(CollectorSettings settings) -> settings.racks();
            case Loaded.Bad<CollectorSettings> bad -> throw new AssertionError(bad.text());
        };
    }

    private static SecretText secret(String text) {
        return new SecretText(text);
    }
}
