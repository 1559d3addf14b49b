package io.holdfast.wire.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a difference is called where it is shown. */
class DifferencesTest {

    private static final RedundancyGroup POWER =
            new RedundancyGroup(
                    GroupId.parse("ber1/r12/db07/group:power"),
                    Kind.PSU,
                    new TreeSet<>(
                            List.of(
                                    ComponentId.parse("ber1/r12/db07/psu:1"),
                                    ComponentId.parse("ber1/r12/db07/psu:2"))),
                    1,
                    Optional.empty(),
                    Optional.empty());

    @Test
    void aGroupThatIsReportedNoLongerSaysByWhom() {
        assertThat(Differences.report(new Difference.GroupMissing(POWER)).detail())
                .isEqualTo("this group was accepted, and its host reports it no longer");
    }

    @Test
    void aNewGroupSaysWhatItNeeds() {
        assertThat(Differences.report(new Difference.GroupAdded(POWER)).detail())
                .isEqualTo("its host reports this group, which was not accepted: 1 of 2 needed");
    }
}
