package io.holdfast.wire.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.wire.tls.Fingerprint;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTokenTest {

    private static final EnrolmentToken TOKEN =
            new EnrolmentToken("a1b2c3", secret(), new Fingerprint("ab".repeat(32)));

    @Test
    void whatIsPrintedForTheOperatorReadsBack() {
        assertThat(TOKEN.reveal()).matches("hf1\\.a1b2c3\\.[A-Za-z0-9_-]{43}\\.(ab){32}");
        assertThat(EnrolmentToken.parse(" " + TOKEN.reveal() + "\n")).isEqualTo(TOKEN);
    }

    @Test
    void theSecretPrintsNowhereElse() {
        String secret = TOKEN.secret().reveal();
        assertThat(TOKEN.toString()).isEqualTo("hf1.a1b2c3.***").doesNotContain(secret);
        assertThat(TOKEN.secret().toString()).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hf1", "hf2.a1b2c3.x.y", "hf1.a1b2c3.short.abab", "hf1....."})
    void anythingElseIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> EnrolmentToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an enrolment token")
                .hasMessageContaining("found a text of " + text.length() + " characters");
    }

    private static TokenSecret secret() {
        byte[] bytes = new byte[TokenSecret.SIZE];
        Arrays.fill(bytes, (byte) 0xfb);
        return new TokenSecret(bytes);
    }
}
