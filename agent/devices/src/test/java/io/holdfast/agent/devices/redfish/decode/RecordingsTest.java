package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.redfish.Seen;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.Recordings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The trees of {@code shared/recordings/redfish}, against what their files say when read by hand.
 */
final class RecordingsTest {

    private static Tree tree(String name) {
        Optional<Path> folder = Recordings.folder("redfish/" + name);
        assumeTrue(folder.isPresent(), "no shared/recordings/redfish beside the project");
        return Tree.ofFolder(folder.orElseThrow());
    }

    @Test
    void theRackmountMockupHasLostItsPowerRedundancy() {
        Seen seen = new Seen(tree("dmtf-rackmount1").survey(Scope.EVERYTHING));

        assertThat(seen.words("psu"))
                .containsEntry("psu:PSU 1", "DEGRADED")
                .containsEntry("psu:PSU 2", "ABSENT")
                .hasSize(2);
        assertThat(seen.group("power").published().orElseThrow().redundancy())
                .isEqualTo(Redundancy.NONE);
        assertThat(seen.group("power").published().orElseThrow().evidence().value())
                .isEqualTo("UnavailableOffline");
        assertThat(seen.assess("power").computed()).isEqualTo(Redundancy.NONE);
        assertThat(seen.assess("power").spares()).isZero();
        assertThat(seen.assess("power").disagrees()).isFalse();
    }

    @Test
    void theRackmountMockupIsSeenWhole() {
        Seen seen = new Seen(tree("dmtf-rackmount1").survey(Scope.EVERYTHING));

        assertThat(seen.words("fan")).hasSize(4);
        assertThat(seen.words("disk"))
                .containsEntry("disk:SATA Bay 1", "OK")
                .containsEntry("disk:SATA Bay 2", "DEGRADED")
                .containsEntry("disk:SATA Bay 3", "ABSENT")
                .hasSize(4);
        assertThat(seen.words("dimm")).hasSize(4);
        assertThat(seen.words("cpu"))
                .containsEntry("cpu:CPU1", "OK")
                .containsEntry("cpu:CPU2", "ABSENT");
        // Two ports; not the VLAN on one of them, and not the wire to the BMC.
        assertThat(seen.words("nic")).hasSize(2);
        assertThat(seen.words("temperature"))
                .containsEntry("temperature:CPU2 Temp", "SILENT")
                .hasSize(3);
        assertThat(seen.component("host:db07").attributes())
                .containsEntry("vendor", "Contoso")
                .containsEntry("firmware", "1.45.455b66-rev4");
        assertThat(seen.survey().components()).filteredOn(c -> c.parent().isEmpty()).hasSize(1);
    }

    @Test
    void theHpeTreeMissesItsSecondSupply() {
        Seen seen = new Seen(tree("hpe-dl340e").survey(Scope.EVERYTHING));

        assertThat(seen.words("psu"))
                .containsEntry("psu:supply 0", "OK")
                .containsEntry("psu:supply 1", "ABSENT")
                .hasSize(2);
        // It names no set, and minds the empty bay itself: Health is Warning there.
        assertThat(seen.assess("power").computed()).isEqualTo(Redundancy.NONE);
    }

    @Test
    void theHpeTreeIsOtherwiseWell() {
        Seen seen = new Seen(tree("hpe-dl340e").survey(Scope.EVERYTHING));

        assertThat(seen.words().values()).doesNotContain("FAILED", "DEGRADED");
        assertThat(seen.words("fan").values()).filteredOn("OK"::equals).hasSize(6);
        assertThat(seen.words("fan").values()).filteredOn("ABSENT"::equals).hasSize(5);
        assertThat(seen.assess("cooling").spares()).isEqualTo(1);
        assertThat(seen.words("dimm").values()).filteredOn("OK"::equals).hasSize(1);
        // Four ports without a Status, which their interfaces must not double.
        assertThat(seen.words("nic").values()).containsOnly("SILENT").hasSize(4);
        assertThat(seen.word("bmc:Manager 1")).isEqualTo("OK");
        // It is starting, and well.
        assertThat(seen.word("host:db07")).isEqualTo("OK");
    }

    @Test
    void theDellAnswersAreRead() {
        Tree files = new Tree();
        Path dell =
                Recordings.folder("redfish/telegraf/plugins/inputs/redfish/testdata")
                        .orElse(Path.of(""));
        assumeTrue(dell.isAbsolute(), "no shared/recordings/redfish beside the project");
        String chassis = "/redfish/v1/Chassis/System.Embedded.1";
        String system = "/redfish/v1/Systems/System.Embedded.1";
        files.put("/redfish/v1", Recordings.text(dell.resolve("base.json")))
                .put("/redfish/v1/Systems", "{\"Members\":[{\"@odata.id\":\"" + system + "\"}]}")
                .put("/redfish/v1/Chassis", "{\"Members\":[{\"@odata.id\":\"" + chassis + "\"}]}")
                .put(system, Recordings.text(dell.resolve("dell/dell_systems.json")))
                .put(chassis, Recordings.text(dell.resolve("dell/dell_chassis.json")))
                .put(chassis + "/Power", Recordings.text(dell.resolve("dell/dell_power.json")))
                .put(chassis + "/Thermal", Recordings.text(dell.resolve("dell/dell_thermal.json")));

        Seen seen = new Seen(files.survey(Scope.VITALS));

        assertThat(seen.words("psu")).containsOnlyKeys("psu:PS1 Status").containsValue("OK");
        assertThat(seen.words("fan").values()).containsOnly("OK");
        // The set of fans names none of them, and means all.
        assertThat(seen.group("cooling").members()).hasSameSizeAs(seen.words("fan").keySet());
        assertThat(seen.group("cooling").published().orElseThrow().redundancy())
                .isEqualTo(Redundancy.FULL);
        assertThat(seen.words("temperature").values()).isNotEmpty().containsOnly("OK");
    }

    @Test
    void expansionSeesTheSameOfTheRecordings() {
        for (String name : new String[] {"dmtf-rackmount1", "hpe-dl340e"}) {
            Seen plain = new Seen(tree(name).survey(Scope.EVERYTHING));
            Tree expanding = tree(name).expanding();
            Seen expanded = new Seen(expanding.survey(Scope.EVERYTHING));

            assertThat(expanded.words()).isEqualTo(plain.words());
            assertThat(expanding.asked()).as(name).hasSizeLessThan(50);
        }
    }
}
