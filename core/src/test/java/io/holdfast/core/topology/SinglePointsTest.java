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
import java.util.List;
import org.junit.jupiter.api.Test;

class SinglePointsTest {

    private final Estate estate =
            new Racks()
                    .pdu(PDU_A, FEED_A, "1=db07/PS1", "2=db08/PS1")
                    .pdu(PDU_B, FEED_B, "1=db07/PS2", "2=db08/PS2")
                    .tor("tor-1", "1=db07/eth0", "2=db08/eth0")
                    .agent("db07", "psu:PS1", "psu:PS2", "nic:eth0")
                    .agent("db08", "psu:PS1", "psu:PS2", "nic:eth0")
                    .vip("db", 1, "db07", "db08")
                    .estate();
    private final Situation situation = Racks.allWell(estate);

    @Test
    void theOnlySwitchStopsTheVipByDesign() {
        List<Spof> spofs = SinglePoints.of(situation, estate.precious());

        assertThat(spofs).hasSize(1);
        Spof tor = spofs.getFirst();
        assertThat(tor.component()).isEqualTo(host("tor-1").self());
        assertThat(tor.byDesign()).isTrue();
        assertThat(tor.stops()).hasSize(1);
        assertThat(tor.stops().getFirst().steps())
                .containsExactly(
                        host("tor-1").self(),
                        host("tor-1").component(Kind.PORT, "1"),
                        host("db07").component(Kind.NIC, "eth0"),
                        host("db07").self(),
                        Racks.vip("db"));
    }

    @Test
    void aLostFeedMakesTheOtherPathASinglePointNotByDesign() {
        situation.say(index(estate, FEED_B), Standing.FAILED);

        List<Spof> spofs = SinglePoints.of(situation, estate.precious());

        assertThat(spofs)
                .filteredOn(spof -> !spof.byDesign())
                .extracting(Spof::component)
                .containsExactlyInAnyOrder(FEED_A, PDU_A.self());
    }

    @Test
    void aSilentPartnerEndangersAndDoesNotStop() {
        situation.say(index(estate, psu("db07", "PS2")), Standing.UNKNOWN);
        situation.say(index(estate, host("db08").self()), Standing.FAILED);

        List<Spof> spofs = SinglePoints.of(situation, estate.precious());

        assertThat(spofs)
                .filteredOn(spof -> spof.component().equals(FEED_A))
                .singleElement()
                .satisfies(
                        spof -> {
                            assertThat(spof.stops()).isEmpty();
                            assertThat(spof.endangers()).containsExactly(Racks.vip("db"));
                        });
    }

    private static ComponentId psu(String host, String name) {
        return host(host).component(Kind.PSU, name);
    }
}
