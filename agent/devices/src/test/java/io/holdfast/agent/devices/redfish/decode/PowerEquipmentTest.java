package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.Seen;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import org.junit.jupiter.api.Test;

/** A rack PDU that speaks Redfish: two supplies of its own, a tripped branch, two outlets. */
final class PowerEquipmentTest {

    private final Tree tree = Tree.ofFixture("rack-pdu.json");

    private Seen look() {
        return new Seen(tree.survey(Scope.EVERYTHING));
    }

    @Test
    void mainsBranchesAndOutletsArePartsOfThePdu() {
        Seen seen = look();

        assertThat(seen.words("pdu")).containsOnlyKeys("pdu:PDU A 1");
        assertThat(seen.words("feed")).containsEntry("feed:A", "OK");
        assertThat(seen.words("outlet"))
                .containsEntry("outlet:Outlet A1", "OK")
                .containsEntry("outlet:Outlet A2", "OK");
        assertThat(seen.reading("feed:A", "voltage")).isEqualTo(230.1);
        assertThat(seen.reading("outlet:Outlet A1", "power")).isEqualTo(310);
    }

    @Test
    void aTrippedBreakerHasFailedWhateverItsHealth() {
        Seen seen = look();

        assertThat(seen.words("breaker"))
                .containsEntry("breaker:A", "OK")
                .containsEntry("breaker:B", "FAILED");
        assertThat(seen.evidence("breaker:B").value()).isEqualTo("Tripped");
    }

    @Test
    void whatFeedsItsControllerIsAGroup() {
        assertThat(look().group("PDU A 1/power").members()).hasSize(2);
    }
}
