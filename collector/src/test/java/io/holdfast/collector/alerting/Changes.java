package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Events of one host with two power supplies. */
final class Changes {

    static final HostId DB07 = new HostId("ber1", "r12", "db07");
    static final GroupId POWER = new GroupId(DB07, "power");
    static final ComponentId PS2 = DB07.component(Kind.PSU, "2");
    static final Instant AT = Instant.parse("2026-03-01T12:00:00.5Z");

    static final GroupStanding FULL = standing(Redundancy.FULL, 1);
    static final GroupStanding NONE = standing(Redundancy.NONE, 0);
    static final GroupStanding INSUFFICIENT = standing(Redundancy.INSUFFICIENT, -1);
    static final GroupStanding UNKNOWN = standing(Redundancy.UNKNOWN, -1);

    private Changes() {}

    static GroupStanding standing(Redundancy redundancy, int spares) {
        TreeMap<ComponentId, Standing> troubled = new TreeMap<>();
        if (redundancy != Redundancy.FULL) {
            troubled.put(PS2, Standing.FAILED);
        }
        return new GroupStanding(redundancy, spares, 1, 2, troubled);
    }

    static Event.RedundancyChanged change(GroupStanding before, GroupStanding after) {
        return new Event.RedundancyChanged(POWER, AT, Optional.of(before), Optional.of(after));
    }

    static Event.ComponentChanged failure() {
        return new Event.ComponentChanged(
                PS2,
                AT,
                Optional.of(Standing.WORKING),
                Standing.FAILED,
                "",
                List.of(new Evidence("/dev/ipmi0", "PS2 Status", "0x0b", "AC lost")));
    }
}
