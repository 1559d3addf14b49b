package io.holdfast.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.state.HostState;
import io.holdfast.testkit.ByteMutations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damages messages: reading them ends in a message or a counted reason, and never in a throw. */
class CodecFuzzTest {

    private static final long SEED = Long.getLong("holdfast.seed", 1);

    @Test
    void whatAnAgentSays() {
        List<FromAgent> messages = new ArrayList<>(Samples.fromAgent());
        messages.addAll(Samples.devicesFromAgent());
        messages.addAll(Samples.leasesFromAgent());
        for (FromAgent message : messages) {
            ByteMutations.feed(Codec.encode(message), SEED, CodecFuzzTest::takeFromAgent);
        }
    }

    @Test
    void whatACollectorSays() {
        List<FromCollector> messages = new ArrayList<>(Samples.fromCollector());
        messages.addAll(Samples.devicesFromCollector());
        messages.addAll(Samples.leasesFromCollector());
        for (FromCollector message : messages) {
            ByteMutations.feed(Codec.encode(message), SEED, Codec::fromCollector);
        }
    }

    @Test
    void whatLiesInASpool() {
        for (Numbered change : Samples.numbered()) {
            ByteMutations.feed(Codec.encode(change), SEED, Codec::numbered);
        }
    }

    /** What was understood must be usable: it can be applied, and said again. */
    private static void takeFromAgent(byte[] bytes) {
        switch (Codec.fromAgent(bytes)) {
            case Decoded.NotUnderstood<FromAgent>(Misread reason, String detail) ->
                    assertThat(detail.length()).isLessThanOrEqualTo(WireLimits.LONGEST_TEXT);
            case Decoded.Understood<FromAgent>(FromAgent message, var misread) -> {
                HostState state = new HostState();
                switch (message) {
                    case FromAgent.Batch batch ->
                            batch.changes().forEach(numbered -> state.apply(numbered.change()));
                    case FromAgent.DigestPart part -> part.changes().forEach(state::apply);
                    case FromAgent.Hello hello -> assertThat(hello.host()).isNotNull();
                    case FromAgent.Heartbeat beat -> assertThat(beat.looks()).isNotNull();
                    case FromAgent.DeviceBatch(var device, var batch) ->
                            batch.changes().forEach(numbered -> state.apply(numbered.change()));
                    case FromAgent.DeviceStatuses statuses ->
                            assertThat(statuses.devices().size())
                                    .isLessThanOrEqualTo(WireLimits.MOST_DUTIES);
                }
                assertThat(Codec.encode(message)).isNotEmpty();
                assertThat(state.changes().size()).isLessThanOrEqualTo(WireLimits.MOST_CHANGES);
            }
        }
    }
}
