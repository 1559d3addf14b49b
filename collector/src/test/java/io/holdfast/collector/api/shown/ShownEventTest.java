package io.holdfast.collector.api.shown;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.core.component.HostId;
import io.holdfast.core.redundancy.GroupId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events in words. */
class ShownEventTest {

    private static final HostId PDU = HostId.parse("ber1/r12/pdu-a");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aSilentDeviceSaysWhenItAnsweredLastOrThatItNeverDid() {
        assertThat(detail(new Event.DeviceSilent(PDU, AT, Optional.of(AT.minusSeconds(110)))))
                .isEqualTo("last answered at 2026-03-01T11:58:10Z");
        assertThat(detail(new Event.DeviceSilent(PDU, AT, Optional.empty())))
                .isEqualTo("never answered");
    }

    @Test
    void aGroupThatIsGoneSaysWhoReportsItNoLonger() {
        GroupId group = GroupId.parse("ber1/r12/db07/group:power");
        var gone = new Event.RedundancyChanged(group, AT, Optional.empty(), Optional.empty());
        assertThat(detail(gone)).isEqualTo("its host reports this group no longer");
    }

    private static String detail(Event event) {
        return ShownEvent.report(new Recorded(1, AT, event)).detail();
    }
}
