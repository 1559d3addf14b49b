package io.holdfast.agent.devices.ipmi.fru;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.message.ScriptedLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FruReaderTest {

    /** A board area at 8 and a product area at 40. */
    private static final Octets MEMORY =
            Octets.ofHex(
                    "01000001050000f9"
                            // Board: maker Hold, name Board, serial number B1, part number P01.
                            + "0104190102"
                            + "03c4486f6c64c5426f617264c24231c3503031c0c1"
                            + "000000000000"
                            // Product: maker Hold, name Fast, no part number or version, S9.
                            + "010319c4486f6c64c446617374c0c0c25339c1000000000000");

    @ParameterizedTest
    @ValueSource(ints = {32, 16, 8})
    void readsInWhatTheBmcCanGive(int most) throws InterruptedException {
        ScriptedLink link = new ScriptedLink(request -> answer(request, most));
        FruInfo info = new FruReader(new Bmc(link, time -> {})).read(0).found().orElseThrow();
        assertThat(info.vendor()).isEqualTo("Hold");
        assertThat(info.model()).isEqualTo("Fast");
        assertThat(info.serial()).isEqualTo("S9");
    }

    @Test
    void anEmptyMemoryIsToldAsThat() throws InterruptedException {
        ScriptedLink link =
                new ScriptedLink(
                        request ->
                                request.command() == 0x10
                                        ? new Answer.Reply(0, Octets.of(64, 0, 0))
                                        : new Answer.Reply(
                                                0, Octets.of(8, 0, 0, 0, 0, 0, 0, 0, 0)));
        assertThat(new FruReader(new Bmc(link, time -> {})).read(0).reason())
                .contains("no FRU header");
    }

    private static Answer answer(Request request, int most) {
        if (request.command() == 0x10) {
            return new Answer.Reply(0, Octets.of(MEMORY.length(), 0, 0));
        }
        int offset = request.data().u16(1);
        int count = Math.min(request.data().u8(3), MEMORY.length() - offset);
        return count > most
                ? new Answer.Reply(0xca, Octets.NONE)
                : new Answer.Reply(0, Octets.of(count).then(MEMORY.slice(offset, offset + count)));
    }
}
