package io.holdfast.agent.devices.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void readsLatin1() {
        assertThat(Texts.name(0xc4, Octets.of('G', 'r', 0xf6, 0xdf))).isEqualTo("Größ");
    }

    @Test
    void readsPackedSixBits() {
        // The FRU definition's own example, 13.3: "IPMI" is 29 dc a6.
        assertThat(Texts.name(0x83, Octets.ofHex("29dca6"))).isEqualTo("IPMI");
        assertThat(Texts.name(0x86, Octets.ofHex("29dca629dca6"))).isEqualTo("IPMIIPMI");
    }

    @Test
    void readsBcdPlus() {
        assertThat(Texts.name(0x43, Octets.ofHex("12b34c"))).isEqualTo("12-34.");
    }

    @Test
    void readsUnicode() {
        byte[] wide = "Fan".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Texts.name(wide.length, Octets.of(wide))).isEqualTo("Fan");
    }

    @Test
    void takesWhatIsThereOfACutName() {
        assertThat(Texts.name(0xd0, Octets.of('C', 'P', 'U'))).isEqualTo("CPU");
        assertThat(Texts.name(0xc3, Octets.of('A', 0, 'B'))).isEqualTo("A B");
    }
}
