package io.holdfast.agent.devices.linux.power;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Observation;

/** Something that can carry the machine, and how it does. */
record Source(Component component, Observation observation) {}
