package io.holdfast.mibs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.mibs.topology.Forwarding.Entry;
import io.holdfast.mibs.topology.Neighbours.Neighbour;
import io.holdfast.mibs.walk.Walk;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final String PORTS =
            """
            1.3.6.1.2.1.31.1.1.1.1.5|4|xe-0/0/5
            1.3.6.1.2.1.2.2.1.2.7|4|GigabitEthernet7
            1.3.6.1.2.1.17.1.4.1.2.105|2|5
            1.3.6.1.2.1.17.1.4.1.2.107|2|7
            """;

    @Test
    void neighboursAreNamedByTheirOwnWordsAndOurPorts() {
        Neighbours found =
                Neighbours.of(
                        Walk.parse(
                                        PORTS
                                                + """
                                                1.0.8802.1.1.2.1.4.1.1.4.900.5.1|2|4
                                                1.0.8802.1.1.2.1.4.1.1.5.900.5.1|4x|0025b5aa00ff
                                                1.0.8802.1.1.2.1.4.1.1.6.900.5.1|2|5
                                                1.0.8802.1.1.2.1.4.1.1.7.900.5.1|4|eno1
                                                1.0.8802.1.1.2.1.4.1.1.9.900.5.1|4|db07
                                                1.0.8802.1.1.2.1.4.1.1.4.0.9.1|2|7
                                                1.0.8802.1.1.2.1.4.1.1.5.0.9.1|4|tor-b
                                                1.0.8802.1.1.2.1.4.1.1.6.0.9.1|2|3
                                                1.0.8802.1.1.2.1.4.1.1.7.0.9.1|4x|0025b5aa0001
                                                1.0.8802.1.1.2.1.3.7.1.2.9|2|5
                                                1.0.8802.1.1.2.1.3.7.1.3.9|4|Uplink 9
                                                1.0.8802.1.1.2.1.4.1.1.7.0.10.1|4|without a chassis
                                                """)
                                .said());
        assertThat(found.all())
                .containsExactly(
                        new Neighbour("Uplink 9", "tor-b", "00:25:b5:aa:00:01", "", ""),
                        new Neighbour("xe-0/0/5", "00:25:b5:aa:00:ff", "eno1", "", "db07"));
    }

    @Test
    void addressesAreFoundBehindPortsWithTheirVlan() {
        Forwarding found =
                Forwarding.of(
                        Walk.parse(
                                        PORTS
                                                + """
                                                1.3.6.1.2.1.17.7.1.4.2.1.3.0.20|66|2
                                                1.3.6.1.2.1.17.7.1.2.2.1.2.2.0.37.181.170.0.255|2|105
                                                1.3.6.1.2.1.17.7.1.2.2.1.3.2.0.37.181.170.0.255|2|3
                                                1.3.6.1.2.1.17.7.1.2.2.1.2.2.0.37.181.170.0.254|2|105
                                                1.3.6.1.2.1.17.7.1.2.2.1.3.2.0.37.181.170.0.254|2|4
                                                1.3.6.1.2.1.17.7.1.2.2.1.2.2.0.37.181.170.0.253|2|0
                                                1.3.6.1.2.1.17.4.3.1.2.0.37.181.170.0.255|2|105
                                                1.3.6.1.2.1.17.4.3.1.2.0.37.181.170.0.1|2|107
                                                1.3.6.1.2.1.17.4.3.1.2.0.37.181.170.0.999|2|107
                                                """)
                                .said());
        assertThat(found.learned())
                .containsExactly(
                        new Entry("00:25:b5:aa:00:ff", OptionalLong.of(20), 5, "xe-0/0/5"),
                        new Entry(
                                "00:25:b5:aa:00:01", OptionalLong.empty(), 7, "GigabitEthernet7"));
    }
}
