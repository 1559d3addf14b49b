package io.holdfast.collector.view;

import io.holdfast.core.situation.Situation;
import io.holdfast.core.topology.Estate;
import io.holdfast.core.topology.Meters;
import java.time.Instant;

/**
 * The graph of everything and how it stands at a moment.
 *
 * @param situation of the estate's topology; nobody may change it
 * @param meters the loads that are measured
 */
public record TopologyView(Instant at, Estate estate, Situation situation, Meters meters) {}
