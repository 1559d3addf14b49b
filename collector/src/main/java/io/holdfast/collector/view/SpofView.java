package io.holdfast.collector.view;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.GroupId;
import java.util.List;

/**
 * A part whose loss alone stops something.
 *
 * @param component the part
 * @param stops the groups whose function would stop, never empty
 * @param byDesign whether none of these groups ever had a spare; otherwise a spare was lost
 */
public record SpofView(ComponentId component, List<GroupId> stops, boolean byDesign) {
    public SpofView {
        stops = List.copyOf(stops);
    }
}
