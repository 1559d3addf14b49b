package io.holdfast.agent.devices.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.message.ScriptedLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdrReaderTest {

    private static final RepositoryInfo INFO = new RepositoryInfo(3, 1, 2);
    private static final int RESERVE = 0x22;

    private final List<Octets> records = SdrFile.own();
    private int limit = 0xff;
    private int reservation = 1;
    private int reservations;
    private int stolenEvery = Integer.MAX_VALUE;
    private int asked;
    private int loop = -1;

    @ParameterizedTest
    @ValueSource(ints = {255, 64, 33, 32, 20, 16, 10, 8})
    void readsAllWhateverTheBmcCanGiveAtOnce(int most) throws InterruptedException {
        limit = most;
        assertThat(read().found().orElseThrow().raw()).isEqualTo(records);
    }

    @Test
    void takesANewReservationWhenOneIsStolen() throws InterruptedException {
        limit = 20;
        stolenEvery = 17;
        Outcome<Repository> read = read();
        // Somebody else reads all the time: after some reservations we give up and say so.
        if (reservations < 16) {
            assertThat(read.found().orElseThrow().raw()).isEqualTo(records);
        } else {
            assertThat(read.reason()).contains("reservation");
        }
        assertThat(reservations).isLessThanOrEqualTo(16);
    }

    @Test
    void endsWhereTheRecordsHaveNoEnd() throws InterruptedException {
        loop = 5;
        assertThat(read().reason()).contains("the records have no end");
    }

    private Outcome<Repository> read() throws InterruptedException {
        return SdrReader.read(new Bmc(new ScriptedLink(this::answer), time -> {}), true, INFO);
    }

    private Answer answer(Request request) {
        if (request.command() == RESERVE) {
            reservations++;
            reservation++;
            return new Answer.Reply(0, Octets.of(reservation, 0));
        }
        Octets data = request.data();
        int id = data.u16(2);
        int offset = data.u8(4);
        int count = data.u8(5);
        if (++asked % stolenEvery == 0) {
            reservation++;
        }
        if (offset > 0 && data.u16(0) != reservation) {
            return new Answer.Reply(0xc5, Octets.NONE);
        }
        Octets record = records.get(id);
        int given = Math.min(count, record.length() - offset);
        if (given > limit) {
            return new Answer.Reply(0xca, Octets.NONE);
        }
        int next = id + 1 == records.size() ? 0xffff : id + 1;
        next = id == loop ? 1 : next;
        return new Answer.Reply(
                0, Octets.of(next & 0xff, next >> 8).then(record.slice(offset, offset + given)));
    }
}
