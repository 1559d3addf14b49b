package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;

/**
 * What one object says of one component, before all that is said of it is taken together.
 *
 * @param fault whether it says that the component is degraded, failed or absent
 */
public record Claim(ComponentId component, boolean fault, Evidence evidence) {}
