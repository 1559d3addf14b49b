package io.holdfast.core.situation;

import static io.holdfast.core.Things.HOST;
import static io.holdfast.core.Things.carrying;
import static io.holdfast.core.Things.group;
import static io.holdfast.core.Things.nic;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SituationTest {

    private static final ComponentId BOND = HOST.component(Kind.BOND, "bond0");
    private static final ComponentId VIP = HOST.component(Kind.VIP, "10.0.0.1");

    private final RedundancyGroup legs = carrying(group("bond0", 1, nic("e0"), nic("e1")), BOND);
    private final RedundancyGroup path = carrying(group("vip", 1, BOND), VIP);
    private final Situation situation = new Situation(Topology.of(List.of(), List.of(legs, path)));

    @Test
    void silenceIsUnknownAllTheWayUp() {
        assertThat(situation.standing(index(VIP))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void whatSaysNothingOfItselfStandsAsItsGroupsLetIt() {
        say(nic("e0"), Standing.WORKING);
        say(nic("e1"), Standing.FAILED);
        assertThat(situation.redundancy(0)).isEqualTo(Redundancy.NONE);
        assertThat(situation.standing(index(VIP))).isEqualTo(Standing.WORKING);
        say(nic("e0"), Standing.ABSENT);
        assertThat(situation.standing(index(BOND))).isEqualTo(Standing.FAILED);
        assertThat(situation.standing(index(VIP))).isEqualTo(Standing.FAILED);
    }

    @Test
    void aBondThatSaysItWorksIsBelievedUnlessItsLegsAreKnownToBeLost() {
        say(BOND, Standing.WORKING);
        assertThat(situation.standing(index(BOND))).isEqualTo(Standing.WORKING);
        say(nic("e0"), Standing.FAILED);
        say(nic("e1"), Standing.FAILED);
        assertThat(situation.standing(index(BOND))).isEqualTo(Standing.FAILED);
    }

    @Test
    void aHealthyMemberOutsideItsGroupIsAbsentForIt() {
        say(nic("e0"), Standing.WORKING);
        say(nic("e1"), Standing.WORKING);
        situation.putOutside(0, Set.of(nic("e1")));
        assertThat(situation.redundancy(0)).isEqualTo(Redundancy.NONE);
        assertThat(situation.assess(0).standings()).containsEntry(nic("e1"), Standing.ABSENT);
        assertThat(situation.standing(index(nic("e1")))).isEqualTo(Standing.WORKING);
    }

    @Test
    void aCircleIsCutAndNamed() {
        RedundancyGroup back = carrying(group("back", 1, VIP), nic("e0"));
        Topology circular = Topology.of(List.of(), List.of(legs, path, back));
        assertThat(circular.circular()).hasSize(1);
        assertThat(new Situation(circular).redundancy(0)).isEqualTo(Redundancy.UNKNOWN);
    }

    private void say(ComponentId component, Standing standing) {
        situation.say(index(component), standing);
    }

    private int index(ComponentId component) {
        return situation.topology().indexOf(component).orElseThrow();
    }
}
