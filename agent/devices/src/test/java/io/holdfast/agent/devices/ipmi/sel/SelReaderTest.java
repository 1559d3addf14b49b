package io.holdfast.agent.devices.ipmi.sel;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.message.ScriptedLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelReaderTest {

    private static final int INFO = 0x40;

    private final List<Octets> log = new ArrayList<>();
    private int erased = 1;
    private final ScriptedLink link = new ScriptedLink(this::answer);
    private final SelReader reader = new SelReader(new Bmc(link, time -> {}));

    @Test
    void readsWhatIsNewOnce() throws InterruptedException {
        write(3);
        assertThat(reader.read().entries()).extracting(SelEntry::id).containsExactly(1, 2, 3);
        link.asked().clear();
        assertThat(reader.read().entries()).isEmpty();
        assertThat(link.asked()).hasSize(1);
        write(2);
        assertThat(reader.read().entries()).extracting(SelEntry::id).containsExactly(4, 5);
    }

    @Test
    void beginsAnewWhenTheLogWasCleared() throws InterruptedException {
        write(3);
        reader.read();
        log.clear();
        erased++;
        write(2);
        assertThat(reader.read().entries()).extracting(SelEntry::id).containsExactly(1, 2);
    }

    @Test
    void readsALongLogInSeveralGoes() throws InterruptedException {
        write(SelReader.MOST_ENTRIES + 10);
        SelReader.News first = reader.read();
        assertThat(first.more()).isTrue();
        SelReader.News second = reader.read();
        assertThat(first.entries().size() + second.entries().size())
                .isEqualTo(SelReader.MOST_ENTRIES + 10);
    }

    @Test
    void tellsTheTimeAndTheState() throws InterruptedException {
        log.add(
                Octets.ofHex(
                        "0100"
                                + "02"
                                + "80f01a5a"
                                + "2000"
                                + "04"
                                + "08"
                                + "63"
                                + "6f"
                                + "a3ffff"));
        SelEntry.SensorEvent event = (SelEntry.SensorEvent) reader.read().entries().getFirst();
        assertThat(event.at()).contains(Instant.ofEpochSecond(0x5a1af080L));
        assertThat(event.offset()).isEqualTo(3);
        assertThat(event.asserted()).isTrue();
        assertThat(event.sensorType()).isEqualTo(8);
    }

    @Test
    void aTimeBeforeTheClockWasSetIsNone() {
        assertThat(SelDecoder.time(77)).isEqualTo(Optional.empty());
        assertThat(SelDecoder.time(0xffffffffL)).isEqualTo(Optional.empty());
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            int id = log.size() + 1;
            log.add(
                    Octets.of(id & 0xff, id >> 8, 2)
                            .then(Octets.ofHex("80f01a5a2000040863" + "6fa3ffff")));
        }
    }

    private Answer answer(Request request) {
        if (request.command() == INFO) {
            int size = log.size();
            return new Answer.Reply(
                    0,
                    Octets.of(0x51, size & 0xff, size >> 8, 0, 64, size & 0xff, size >> 8, 0, 0)
                            .then(Octets.of(erased, 0, 0, 0, 2)));
        }
        int id = request.data().u16(2);
        int index = id == 0 ? 0 : id - 1;
        if (index >= log.size()) {
            return new Answer.Reply(0xcb, Octets.NONE);
        }
        int next = index + 1 == log.size() ? 0xffff : index + 2;
        return new Answer.Reply(0, Octets.of(next & 0xff, next >> 8).then(log.get(index)));
    }
}
