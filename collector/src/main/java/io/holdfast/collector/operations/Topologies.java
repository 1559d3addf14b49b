package io.holdfast.collector.operations;

import io.holdfast.collector.view.TopologyView;

/** The graph of everything, as it stands. */
public interface Topologies {

    /** The graph and how it stands now, or did a moment ago. */
    TopologyView topology();
}
