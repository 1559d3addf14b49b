package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.Seen;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import org.junit.jupiter.api.Test;

/** A service with Power, Thermal and StorageControllers, as they were before 2020. */
final class OldStyleTest {

    private static final String POWER = "/redfish/v1/Boxes/1/Power";

    private final Tree tree = Tree.ofFixture("old-style.json");

    private Seen look() {
        return new Seen(tree.survey(Scope.EVERYTHING));
    }

    @Test
    void aWellMachineIsWell() {
        Seen seen = look();

        assertThat(seen.survey().complete()).isTrue();
        assertThat(seen.survey().unseen()).isEmpty();
        assertThat(seen.words("psu"))
                .containsEntry("psu:Supply 1", "OK")
                .containsEntry("psu:Supply 2", "OK")
                .containsEntry("psu:shelf/Supply 1", "OK")
                .hasSize(4);
        assertThat(seen.assess("power").forAlerts()).isEqualTo(Redundancy.FULL);
        assertThat(seen.assess("power").spares()).isEqualTo(1);
        assertThat(seen.assess("shelf/power").spares()).isEqualTo(1);
        assertThat(seen.reading("psu:Supply 1", "input_voltage")).isEqualTo(231);
        assertThat(seen.reading("host:db07", "power")).isEqualTo(187);
        assertThat(seen.reading("host:db07", "voltage vbat 0")).isEqualTo(3.02);
    }

    @Test
    void theDeviceSaysWhoItIs() {
        assertThat(look().component("host:db07").parent()).isEmpty();
        assertThat(look().component("host:db07").attributes())
                .containsEntry("vendor", "Acme")
                .containsEntry("model", "Anvil 2")
                .containsEntry("serial", "A2-0001")
                .containsEntry("firmware", "5.10")
                .containsEntry("bios", "2.1");
        assertThat(look().survey().components()).filteredOn(c -> c.parent().isEmpty()).hasSize(1);
    }

    @Test
    void aFailedSupplyLeavesNoSpare() {
        tree.edit(
                POWER,
                "\"S2\",\"Status\":{\"State\":\"Enabled\",\"Health\":\"OK\"}",
                "\"S2\",\"Status\":{\"State\":\"Enabled\",\"Health\":\"Critical\"}");

        Seen seen = look();

        assertThat(seen.word("psu:Supply 2")).isEqualTo("FAILED");
        assertThat(seen.evidence("psu:Supply 2").key())
                .isEqualTo(POWER + "#/PowerSupplies/1/Status/Health");
        assertThat(seen.assess("power").computed()).isEqualTo(Redundancy.NONE);
        assertThat(seen.assess("power").spares()).isZero();
    }

    @Test
    void leastNumbersThatLeaveNoSpareAreNotBelieved() {
        // The fixture's set of two claims to need both, and calls itself N+m.
        RedundancyGroup power = look().group("power");

        assertThat(power.members()).hasSize(2);
        assertThat(power.needed()).isEqualTo(1);
    }

    @Test
    void aSetOfOneModeThatIsNotRedundantHasNoSpare() {
        tree.edit(POWER, "\"N+m\"", "\"NotRedundant\"");

        assertThat(look().group("power").needed()).isEqualTo(2);
        assertThat(look().assess("power").withoutSpareByDesign()).isTrue();
        assertThat(look().group("power").published().orElseThrow().redundancy())
                .isEqualTo(Redundancy.NONE);
    }

    @Test
    void sensorsSayWhatTheyCan() {
        Seen seen = look();

        assertThat(seen.word("temperature:Inlet 1")).isEqualTo("OK");
        // Enabled without a health: its own limits speak.
        assertThat(seen.word("temperature:Riser 2")).isEqualTo("DEGRADED");
        assertThat(seen.word("temperature:Card 3")).isEqualTo("SILENT");
        assertThat(seen.word("temperature:Card 4")).isEqualTo("SILENT");
    }

    @Test
    void anEmptyFanBayIsNoLoss() {
        Seen seen = look();

        assertThat(seen.word("fan:Fan 3")).isEqualTo("ABSENT");
        assertThat(seen.assess("cooling").spares()).isEqualTo(1);
        assertThat(seen.assess("cooling").computed()).isEqualTo(Redundancy.FULL);
    }

    @Test
    void drivesAreCalledByTheirPlace() {
        Seen seen = look();

        assertThat(seen.words("disk"))
                .containsEntry("disk:drive 0", "OK")
                .containsEntry("disk:drive 3", "OK")
                .containsEntry("disk:drive 4", "DEGRADED")
                .hasSize(5);
        assertThat(seen.component("disk:drive 0").parent().orElseThrow().local())
                .isEqualTo("controller:raid");
        assertThat(seen.word("controller:raid")).isEqualTo("OK");
        assertThat(seen.component("controller:raid").attributes()).containsEntry("model", "R4");
    }

    @Test
    void drivesThatOnlyTheirChassisKnowsAreSeenToo() {
        tree.edit(
                "/redfish/v1/Boxes/shelf",
                "\"Id\":\"shelf\"",
                "\"Id\":\"shelf\",\"Drives\":{\"@odata.id\":\"/redfish/v1/Boxes/shelf/Drives\"}");
        tree.put(
                "/redfish/v1/Boxes/shelf/Drives",
                "{\"Members\":[{\"@odata.id\":\"/redfish/v1/D/0\"},{\"@odata.id\":\"/redfish/v1/D/9\"}]}");
        tree.put(
                "/redfish/v1/D/9",
                "{\"Id\":\"9\",\"Status\":{\"State\":\"Enabled\",\"Health\":\"Critical\"}}");

        Seen seen = look();

        assertThat(seen.words("disk")).hasSize(6).containsEntry("disk:shelf/drive 9", "FAILED");
        assertThat(seen.component("disk:drive 0").parent().orElseThrow().local())
                .isEqualTo("controller:raid");
    }

    @Test
    void aVolumeHasTheSparesOfItsLevel() {
        assertThat(look().group("data1").needed()).isEqualTo(2);
        assertThat(look().assess("data1").spares()).isEqualTo(2);

        tree.edit("/redfish/v1/D/0", "\"OK\"", "\"Critical\"");
        tree.edit(
                "/redfish/v1/Sys/main/Storage/raid/Vols/1",
                "\"Health\":\"OK\"",
                "\"Health\":\"Warning\"");

        assertThat(look().assess("data1").spares()).isEqualTo(1);
        assertThat(look().assess("data1").forAlerts()).isEqualTo(Redundancy.DEGRADED);
        assertThat(look().assess("data1").disagrees()).isFalse();
    }

    @Test
    void drivesThatVanishRenameNobody() {
        NameBook names = new NameBook();
        tree.survey(Scope.EVERYTHING, names);
        for (String drive : new String[] {"1", "2", "3", "4"}) {
            tree.remove("/redfish/v1/D/" + drive);
        }

        Seen seen = new Seen(tree.survey(Scope.EVERYTHING, names));

        assertThat(seen.words("disk")).containsOnlyKeys("disk:drive 0");
        assertThat(seen.survey().complete()).isFalse();
        assertThat(seen.survey().unseen()).hasSize(4);
    }

    @Test
    void memoryAndNetworkSayWhatTheySay() {
        Seen seen = look();

        assertThat(seen.word("dimm:A1")).isEqualTo("DEGRADED");
        assertThat(seen.evidence("dimm:A1").label())
                .isEqualTo("Correctable errors above the threshold");
        assertThat(seen.word("dimm:A2")).isEqualTo("ABSENT");
        // A link that is down is no fault, and no Status is no OK.
        assertThat(seen.word("nic:NIC 1")).isEqualTo("OK");
        assertThat(seen.word("nic:NIC 2")).isEqualTo("SILENT");
        assertThat(seen.reading("nic:NIC 1", "speed")).isEqualTo(1e10);
        assertThat(seen.word("bmc:bmc")).isEqualTo("OK");
        assertThat(seen.word("cpu:CPU 1")).isEqualTo("OK");
    }

    @Test
    void eachScopeSeesItsPartAndNoOther() {
        Seen vitals = new Seen(tree.survey(Scope.VITALS));
        Seen inventory = new Seen(tree.survey(Scope.INVENTORY));

        assertThat(vitals.words("dimm")).isEmpty();
        assertThat(vitals.words("host")).hasSize(1);
        assertThat(inventory.words("psu")).isEmpty();
        assertThat(inventory.words("host")).isEmpty();
        assertThat(inventory.words("dimm")).hasSize(2);
        assertThat(inventory.survey().groups()).isEmpty();
    }

    @Test
    void aRollUpThatNothingExplainsIsTold() {
        tree.edit(
                "/redfish/v1/Sys/main", "\"HealthRollup\":\"OK\"", "\"HealthRollup\":\"Critical\"");
        tree.edit("/redfish/v1/D/4", "\"FailurePredicted\":true", "\"FailurePredicted\":false");
        tree.edit("/redfish/v1/Boxes/1/Heat", "\"ReadingCelsius\":61", "\"ReadingCelsius\":50");
        tree.edit("/redfish/v1/Boxes/1/Heat", "\"Absent\"", "\"Enabled\",\"Health\":\"OK\"");

        Seen seen = new Seen(tree.survey(Scope.VITALS));

        assertThat(seen.word("host:db07")).isEqualTo("DEGRADED");
        assertThat(seen.evidence("host:db07").key()).endsWith("#/Status/HealthRollup");
    }

    @Test
    void whatIsLinkedToAndGoneIsUnseenAndNoFault() {
        tree.remove(POWER);

        Seen seen = look();

        assertThat(seen.words("psu")).hasSize(2);
        assertThat(seen.survey().complete()).isFalse();
        assertThat(seen.survey().unseen()).extracting("target").containsExactly(POWER);
    }
}
