package io.holdfast.collector.northbound;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Changes of a host with two power supplies. */
final class Powers {

    static final HostId DB07 = new HostId("ber1", "r12", "db07");
    static final GroupId POWER = new GroupId(DB07, "power");
    static final ComponentId PS2 = DB07.component(Kind.PSU, "2");
    static final GroupStanding FULL = standing(Redundancy.FULL, 1);
    static final GroupStanding NONE = standing(Redundancy.NONE, 0);
    static final GroupStanding UNKNOWN = standing(Redundancy.UNKNOWN, -1);

    private Powers() {}

    private static GroupStanding standing(Redundancy redundancy, int spares) {
        TreeMap<ComponentId, Standing> troubled = new TreeMap<>();
        if (redundancy != Redundancy.FULL) {
            troubled.put(PS2, Standing.FAILED);
        }
        return new GroupStanding(redundancy, spares, 1, 2, troubled);
    }

    static Event.RedundancyChanged change(GroupStanding before, GroupStanding after) {
        Instant at = Instant.parse("2026-03-01T12:00:00.5Z");
        return new Event.RedundancyChanged(POWER, at, Optional.of(before), Optional.of(after));
    }
}
