package io.holdfast.core.inventory;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.RedundancyGroup;

/** One way in which a host is not as accepted. */
public sealed interface Difference {

    /** A part that is accepted and not there. */
    record Missing(ComponentId component) implements Difference {}

    /** A part that is there and not accepted. */
    record Added(Component component) implements Difference {}

    /** Another piece of hardware under the same name: vendor, model or serial differ. */
    record Replaced(Component accepted, Component found) implements Difference {}

    /** A group that is not accepted. */
    record GroupAdded(RedundancyGroup group) implements Difference {}

    /** A group that has other members or another need than accepted. */
    record GroupChanged(RedundancyGroup accepted, RedundancyGroup found) implements Difference {}

    /** A group that is accepted, and that its host reports no longer. */
    record GroupMissing(RedundancyGroup group) implements Difference {}
}
