package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.Seen;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.core.redundancy.Redundancy;
import org.junit.jupiter.api.Test;

/** A service with PowerSubsystem, ThermalSubsystem and Sensors. */
final class NewStyleTest {

    private static final String SUBSYSTEM = "/redfish/v1/Chassis/1/PowerSubsystem";
    private static final String SUPPLIES = SUBSYSTEM + "/PowerSupplies/";

    private final Tree tree = Tree.ofFixture("new-style.json");

    private Seen look() {
        return new Seen(tree.survey(Scope.EVERYTHING));
    }

    @Test
    void standbyIsNoFault() {
        Seen seen = look();

        assertThat(seen.words("psu"))
                .hasSize(4)
                .containsEntry("psu:PSU 3", "OK")
                .doesNotContainValue("FAILED");
        assertThat(seen.evidence("psu:PSU 3").label()).isEqualTo("stands by to take over");
        assertThat(seen.assess("power").spares()).isEqualTo(2);
        assertThat(seen.reading("psu:PSU 1", "input_voltage")).isEqualTo(229.5);
        assertThat(seen.reading("host:db07", "power")).isEqualTo(820);
        assertThat(seen.reading("host:db07", "voltage 12v")).isEqualTo(12.1);
        assertThat(seen.reading("temperature:Inlet", "temperature")).isEqualTo(23.5);
    }

    @Test
    void theStateOfASetCountsNotOnlyItsHealth() {
        tree.edit(
                SUBSYSTEM,
                "PowerSupplies/4\"}],\"Status\":{\"State\":\"Enabled\"",
                "PowerSupplies/4\"}],\"Status\":{\"State\":\"UnavailableOffline\"");

        Seen seen = look();

        assertThat(seen.group("power").published().orElseThrow().redundancy())
                .isEqualTo(Redundancy.NONE);
        assertThat(seen.group("power").published().orElseThrow().evidence().value())
                .isEqualTo("UnavailableOffline");
        assertThat(seen.assess("power").disagrees()).isTrue();
        assertThat(seen.assess("power").forAlerts()).isEqualTo(Redundancy.NONE);
    }

    @Test
    void aSupplyThatIsThereAndCannotBeUsedIsLost() {
        tree.edit(SUPPLIES + "2", "\"Enabled\"", "\"UnavailableOffline\"");
        tree.edit(SUPPLIES + "4", "\"Normal\"", "\"LossOfInput\"");

        Seen seen = look();

        assertThat(seen.word("psu:PSU 2")).isEqualTo("FAILED");
        assertThat(seen.word("psu:PSU 4")).isEqualTo("FAILED");
        assertThat(seen.evidence("psu:PSU 4").key()).endsWith("/4#/LineInputStatus");
        assertThat(seen.assess("power").spares()).isZero();
    }

    @Test
    void aPulledSupplyIsAbsentAndLost() {
        tree.edit(
                SUPPLIES + "2", "\"State\":\"Enabled\",\"Health\":\"OK\"", "\"State\":\"Absent\"");

        assertThat(look().word("psu:PSU 2")).isEqualTo("ABSENT");
        assertThat(look().assess("power").spares()).isEqualTo(1);
    }

    @Test
    void aStateThatIsNewIsNotOk() {
        tree.edit(SUPPLIES + "2", "\"Enabled\"", "\"Meditating\"");
        tree.edit(SUPPLIES + "4", "\"Health\":\"OK\"", "\"Health\":\"Splendid\"");

        assertThat(look().word("psu:PSU 2")).isEqualTo("SILENT");
        assertThat(look().word("psu:PSU 4")).isEqualTo("SILENT");
        assertThat(look().assess("power").computed()).isEqualTo(Redundancy.UNKNOWN);
    }

    @Test
    void aDisabledSetCoversNobodyAndIsTold() {
        Seen seen = look();

        assertThat(seen.survey().groups()).extracting(g -> g.id().name()).contains("cooling:0");
        assertThat(seen.survey().unseen())
                .extracting("target")
                .containsExactly("redundancy of cooling:1");
        assertThat(seen.survey().complete()).isTrue();
    }

    @Test
    void setsWhoseLinksLeadNowhereAreAsGoodAsNone() {
        tree.edit(
                "/redfish/v1/Chassis/1/ThermalSubsystem",
                "ThermalSubsystem/Fans/",
                "ThermalSubsystem/Fins/");
        tree.edit("/redfish/v1/Chassis/1/ThermalSubsystem", "\"Disabled\"", "\"Enabled\"");

        assertThat(look().group("cooling").members()).hasSize(3);
        assertThat(look().group("cooling").needed()).isEqualTo(2);
    }

    @Test
    void expansionSeesTheSameWithFewerRequests() {
        Seen plain = look();
        int requests = tree.asked().size();
        tree.asked().clear();
        tree.expanding();

        Seen expanded = look();

        assertThat(expanded.words()).isEqualTo(plain.words());
        assertThat(expanded.survey().groups()).isEqualTo(plain.survey().groups());
        assertThat(tree.asked()).hasSizeLessThan(requests - 6);
    }

    @Test
    void nothingIsAskedTwice() {
        look();

        assertThat(tree.asked()).doesNotHaveDuplicates();
    }

    @Test
    void linksInCirclesEnd() {
        tree.edit(
                SUBSYSTEM + "/PowerSupplies?$skip=2",
                "}]}",
                "}],\"Members@odata.nextLink\":\"" + SUBSYSTEM + "/PowerSupplies\"}");

        assertThat(look().words("psu")).hasSize(4);
    }

    @Test
    void linksOutOfTheServiceAreNotFollowed() {
        tree.edit(
                "/redfish/v1/Chassis/1",
                "\"/redfish/v1/Chassis/1/ThermalSubsystem\"",
                "\"https://elsewhere.example/redfish/v1/Fans\"");

        assertThat(look().words("fan")).isEmpty();
        assertThat(tree.asked()).noneMatch(path -> path.contains("elsewhere"));
    }

    @Test
    void aPortKeepsTheNameOfItsAdapter() {
        assertThat(look().word("nic:ocp/Port 1")).isEqualTo("OK");
        assertThat(look().component("nic:ocp/Port 1").attributes())
                .containsEntry("address", "02:00:00:00:01:01");
        assertThat(look().component("nic:ocp/Port 1").parent().orElseThrow().local())
                .isEqualTo("controller:ocp");
    }
}
