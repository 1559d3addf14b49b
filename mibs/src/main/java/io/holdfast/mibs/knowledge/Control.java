package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.mibs.object.Oid;

/**
 * How one component of a device is switched off and on, as its profile has it.
 *
 * @param state the instance that tells the state
 * @param isOff what it says when the component is off
 * @param isOn what it says when the component is on
 */
public record Control(ComponentId component, Write off, Write on, Oid state, int isOff, int isOn) {

    /** What is written to which instance. */
    public record Write(Oid instance, int value) {}
}
