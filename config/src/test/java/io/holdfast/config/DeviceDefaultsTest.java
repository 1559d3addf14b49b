package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.rack.DeviceSettings;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.HostId;
import io.holdfast.core.device.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device is that says no more than where it is and by which credential. */
class DeviceDefaultsTest {

    @TempDir private Path folder;

    private DeviceSettings device(String text) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("collector.yaml"),
                        """
                        collector:
                          credentials:
                            bmc-read: {user: watch, password-file: /etc/holdfast/bmc-read}
                          racks:
                            ber1/r12:
                              devices:
                                x: %s
                        """
                                .formatted(text));
        return switch (CollectorConfig.load(file)) {
            case Loaded.Good<CollectorSettings>(CollectorSettings settings) ->
                    Objects.requireNonNull(
                            settings.racks().devices().get(HostId.parse("ber1/r12/x")));
            case Loaded.Bad<CollectorSettings> bad -> throw new AssertionError(bad.text());
        };
    }

    /** Most BMCs older than suite 17 offer suite 3 alone, and a BMC's age is not known here. */
    @Test
    void aBmcIsAskedByTheBestSuiteThatItOffers() throws IOException {
        assertThat(
                        device("{kind: bmc, ipmi: {address: 192.0.2.107, credential: bmc-read}}")
                                .access())
                .isEqualTo(
                        new Access.Ipmi(
                                "192.0.2.107", 623, OptionalInt.empty(), Access.Privilege.USER));
    }

    @Test
    void aSuiteThatIsNamedIsTheOnlyOne() throws IOException {
        assertThat(
                        device(
                                        "{kind: bmc, ipmi: {address: 192.0.2.107, cipher-suite: 3,"
                                                + " credential: bmc-read}}")
                                .access())
                .isEqualTo(
                        new Access.Ipmi(
                                "192.0.2.107", 623, OptionalInt.of(3), Access.Privilege.USER));
    }
}
