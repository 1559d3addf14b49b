package io.holdfast.agent.devices.redfish.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "https://bmc7.example, https://bmc7.example",
        "bmc7.example, https://bmc7.example",
        "bmc7.example:8443, https://bmc7.example:8443",
        "https://10.0.0.7:443/, https://10.0.0.7",
        "https://[2001:db8::7]:8443/redfish/v1/, https://[2001:db8::7]:8443",
        "HTTP://10.0.0.7, http://10.0.0.7"
    })
    void urlsOfBmcsAreRead(String text, String meant) {
        assertThat(Endpoint.parse(text)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://x",
                "https://x/y",
                "https://x?y",
                "a b",
                "https://x:y"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .hasMessage("expected the BMC as https://host[:port], found '" + text + "'");
    }

    @Test
    void aPasswordInTheUrlIsNotRepeated() {
        assertThatThrownBy(() -> Endpoint.parse("https://root:calvin@bmc"))
                .hasMessageNotContaining("calvin");
    }

    @Test
    void fingerprintsAreReadAsPeopleWriteThem() {
        String hex = "ab".repeat(32);
        String shown = "AB:".repeat(31) + "AB";

        assertThat(Fingerprint.parse(shown)).contains(new Fingerprint(hex));
        assertThat(Fingerprint.parse("SHA256:" + hex)).contains(new Fingerprint(hex));
        assertThat(new Fingerprint(hex)).hasToString(shown);
        assertThat(Fingerprint.parse("ab:cd")).isEmpty();
        assertThat(Fingerprint.parse("zz".repeat(32))).isEmpty();
    }
}
