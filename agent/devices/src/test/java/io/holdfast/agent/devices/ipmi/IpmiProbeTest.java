package io.holdfast.agent.devices.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.guard.BmcGuard;
import io.holdfast.agent.devices.ipmi.guard.Pace;
import io.holdfast.agent.devices.ipmi.look.CipherZeroCheck;
import io.holdfast.agent.devices.ipmi.look.LookReader;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.message.ScriptedLink;
import io.holdfast.agent.devices.ipmi.sdr.MemorySdrCache;
import io.holdfast.agent.devices.ipmi.sdr.SdrFile;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole looks, with a BMC that serves our own server's records from memory. */
class IpmiProbeTest {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int GET_SENSOR_READING = 0x042d;

    private final ManualTime time = ManualTime.start();
    private final List<Octets> records = SdrFile.own();
    private final ScriptedLink link = new ScriptedLink(this::answer);
    private final IpmiProbe probe = probe();
    private int changed = 1;
    private int silentAfter = Integer.MAX_VALUE;
    private int readings;
    private boolean refuses;

    @Test
    void aWarmLookAsksForStateEachSensorChassisAndLogAlone() throws InterruptedException {
        assertThat(probe.look().complete()).isTrue();
        link.asked().clear();
        time.advance(INTERVAL);
        assertThat(probe.look().complete()).isTrue();
        assertThat(link.asked()).hasSize(1 + 21 + 1 + 1);
    }

    @Test
    void recordsAreReadAnewWhenTheRepositoryHasChanged() throws InterruptedException {
        probe.look();
        link.asked().clear();
        changed++;
        time.advance(INTERVAL);
        probe.look();
        assertThat(link.asked().stream().filter(r -> function(r) == 0x0a23))
                .hasSize(records.size());
    }

    @Test
    void whoAsksTooEarlyGetsTheLastLook() throws InterruptedException {
        Survey first = probe.look();
        int asked = link.asked().size();
        time.advance(INTERVAL.dividedBy(2));
        assertThat(probe.look()).isSameAs(first);
        assertThat(link.asked()).hasSize(asked);
    }

    @Test
    void aBmcThatStopsInTheMidstIsSilentForTheRestAndLeftAlone() throws InterruptedException {
        probe.look();
        time.advance(INTERVAL);
        readings = 0;
        silentAfter = 5;
        link.asked().clear();

        Survey survey = probe.look();

        assertThat(survey.complete()).isFalse();
        assertThat(link.asked().stream().filter(r -> function(r) == GET_SENSOR_READING)).hasSize(6);
        assertThat(survey.observations()).anyMatch(o -> o instanceof Observation.Silent);
        assertThat(survey.observations()).noneMatch(o -> o instanceof Observation.Absent);
        assertThat(survey.unseen())
                .anySatisfy(
                        u -> {
                            assertThat(u.target()).isEqualTo("the rest of the sensors");
                            assertThat(u.silence().cause()).isEqualTo(Silence.Cause.TIMED_OUT);
                        });
        link.asked().clear();
        Survey next = probe.look();
        assertThat(link.asked()).isEmpty();
        Silence rest = next.unseen().getFirst().silence();
        assertThat(rest.cause()).isEqualTo(Silence.Cause.NOT_ASKED);
        assertThat(rest.detail())
                .contains("not asked: 1 look in a row failed, next try in")
                .startsWith("no answer");
    }

    @Test
    void aRefusalIsNotTriedAgainFor15Minutes() throws InterruptedException {
        refuses = true;
        assertThat(probe.look().unseen().getFirst().silence().cause())
                .isEqualTo(Silence.Cause.NOT_PERMITTED);
        link.asked().clear();
        for (int minute = 0; minute < 15; minute++) {
            probe.look();
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(link.asked()).isEmpty();
    }

    @Test
    void tenThousandLooksAtABmcThatDiesAndReturnsLeaveNothingBehind() throws InterruptedException {
        int threads = Thread.activeCount();
        for (int i = 0; i < 10_000; i++) {
            readings = 0;
            silentAfter = i % 3 == 0 ? i % 21 : Integer.MAX_VALUE;
            probe.look();
            link.asked().clear();
            time.advance(Duration.ofMinutes(13));
        }
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    private IpmiProbe probe() {
        BmcGuard guard = new BmcGuard(Pace.of(INTERVAL), time, new Random(1));
        LookReader reader =
                new LookReader(new Bmc(link, time::advance), new MemorySdrCache(), time);
        return new IpmiProbe(
                HOST, link, CipherZeroCheck.NONE, reader, guard, time, time, news -> {});
    }

    private static int function(Request request) {
        return request.netFn() << 8 | request.command();
    }

    private Answer answer(Request request) {
        if (refuses) {
            return new Answer.None(Answer.Why.REFUSED, "wrong password");
        }
        return switch (function(request)) {
            case 0x0601 -> good("2081023002" + "9f" + "a20200" + "0001");
            case 0x0a20 ->
                    good(
                            "51"
                                    + "1600"
                                    + "0010"
                                    + Octets.hex(changed)
                                    + "000000"
                                    + "00000000"
                                    + "20");
            case 0x0a23 -> record(request.data().u16(2));
            case 0x0a40 -> good("51" + "0000" + "0040" + "00000000" + "00000000" + "02");
            case GET_SENSOR_READING -> reading();
            case 0x0427 -> good("3f" + "010203040506");
            case 0x0001 -> good("210000");
            default -> new Answer.Reply(0xc1, Octets.NONE);
        };
    }

    private Answer reading() {
        return readings++ < silentAfter
                ? good("32c00100")
                : new Answer.None(Answer.Why.TIMED_OUT, "no answer");
    }

    private Answer record(int id) {
        int next = id + 1 == records.size() ? 0xffff : id + 1;
        return new Answer.Reply(0, Octets.of(next & 0xff, next >> 8).then(records.get(id)));
    }

    private static Answer good(String hex) {
        return new Answer.Reply(0, Octets.ofHex(hex));
    }
}
