package io.holdfast.core.topology;

import static io.holdfast.core.topology.Racks.FEED_A;
import static io.holdfast.core.topology.Racks.FEED_B;
import static io.holdfast.core.topology.Racks.PDU_A;
import static io.holdfast.core.topology.Racks.PDU_B;
import static io.holdfast.core.topology.Racks.host;
import static io.holdfast.core.topology.Racks.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private final Estate estate =
            new Racks()
                    .pdu(PDU_A, FEED_A, "1=db07/PS1", "2=db08/PS1")
                    .pdu(PDU_B, FEED_B, "1=db07/PS2", "2=db08/PS2")
                    .agent("db07", "psu:PS1", "psu:PS2")
                    .agent("db08", "psu:PS1", "psu:PS2")
                    .vip("db", 1, "db07", "db08")
                    .estate();
    private final Situation situation = Racks.allWell(estate);

    @Test
    void aPduMayGoAndLeavesEveryHostWithoutSpare() {
        Outcome outcome = without(Meters.NONE, PDU_A.self());

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.FRAGILE);
        assertThat(outcome.stops()).isEmpty();
        assertThat(outcome.withoutSpare())
                .extracting(bare -> bare.group().toString())
                .containsExactly("ber1/r12/db07/group:power", "ber1/r12/db08/group:power");
        assertThat(outcome.further()).isEqualTo(4);
        assertThat(outcome.loads())
                .singleElement()
                .satisfies(load -> assertThat(load.after()).isEmpty());
    }

    @Test
    void oneHostMayGoAndTheVipHasNoSpare() {
        Outcome outcome = without(Meters.NONE, host("db07").self());

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.FRAGILE);
        assertThat(outcome.withoutSpare())
                .singleElement()
                .satisfies(bare -> assertThat(bare.left()).containsExactly(host("db08").self()));
    }

    @Test
    void bothFeedsStopEverythingServicesFirst() {
        Outcome outcome = without(Meters.NONE, FEED_A, FEED_B);

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.STOPS);
        assertThat(outcome.stops())
                .extracting(Chain::end)
                .startsWith(Racks.vip("db"))
                .contains(host("db07").self(), host("db08").self(), PDU_A.self());
    }

    @Test
    void aSilentPartnerIsNoYes() {
        say(psu("db07", "PS2"), Standing.UNKNOWN);

        Outcome outcome = without(Meters.NONE, PDU_A.self());

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.UNKNOWN);
        assertThat(outcome.doubts())
                .extracting(Outcome.Doubt::component)
                .containsExactly(host("db07").self());
        assertThat(outcome.doubts().getFirst().unknown()).containsExactly(psu("db07", "PS2"));
    }

    @Test
    void whatIsLostIsNotNamedAsSilent() {
        say(psu("db07", "PS1"), Standing.UNKNOWN);
        say(psu("db07", "PS2"), Standing.UNKNOWN);

        assertThat(without(Meters.NONE, PDU_A.self()).doubts().getFirst().unknown())
                .containsExactly(psu("db07", "PS2"));
    }

    @Test
    void aPduThatNobodyHearsIsNoYesEvenWhileTheSuppliesBehindItSayThatTheyWork() {
        say(PDU_B.self(), Standing.UNKNOWN);

        Outcome outcome = without(Meters.NONE, PDU_A.self());

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.UNKNOWN);
        assertThat(outcome.doubts().getFirst().unknown()).contains(PDU_B.self());
    }

    @Test
    void theOtherPduCarriesWhatTheLostOneGave() {
        Meters meters = amps(Map.of(PDU_A.self(), 9.0, PDU_B.self(), 8.0));

        Outcome outcome = without(meters, FEED_A);

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.STOPS);
        assertThat(outcome.loads())
                .singleElement()
                .satisfies(
                        load -> {
                            assertThat(load.component()).isEqualTo(PDU_B.self());
                            assertThat(load.after()).hasValue(17);
                            assertThat(load.over()).isTrue();
                        });
    }

    @Test
    void measuredOutletsCountBeforeAnEvenShare() {
        Meters meters =
                amps(
                        Map.of(
                                PDU_A.self(), 9.0,
                                PDU_B.self(), 2.0,
                                PDU_A.component(Kind.OUTLET, "1"), 3.0,
                                PDU_A.component(Kind.OUTLET, "2"), 1.0));

        assertThat(without(meters, PDU_A.self()).loads())
                .singleElement()
                .satisfies(load -> assertThat(load.after()).hasValue(6));
    }

    @Test
    void whatWorksShowsThatWhatItHangsOnDoes() {
        Situation said = new Situation(estate.topology());
        BitSet watched = new BitSet();
        for (String host : List.of("db07", "db08")) {
            for (String psu : List.of("PS1", "PS2")) {
                int index = index(estate, psu(host, psu));
                watched.set(index);
                said.say(index, psu.equals("PS1") ? Standing.WORKING : Standing.UNKNOWN);
            }
        }
        Inference.complete(said, watched);

        assertThat(said.standing(index(estate, FEED_A))).isEqualTo(Standing.WORKING);
        assertThat(said.standing(index(estate, PDU_A.self()))).isEqualTo(Standing.WORKING);
        assertThat(said.standing(index(estate, FEED_B))).isEqualTo(Standing.UNKNOWN);
    }

    private Outcome without(Meters meters, ComponentId... lost) {
        return WhatIf.of(estate, situation, meters, List.of(lost));
    }

    private void say(ComponentId id, Standing standing) {
        situation.say(index(estate, id), standing);
    }

    private static Meters amps(Map<ComponentId, Double> amps) {
        return new Meters(new TreeMap<>(amps), new TreeMap<>(), new TreeMap<>());
    }

    private static ComponentId psu(String host, String name) {
        return host(host).component(Kind.PSU, name);
    }
}
