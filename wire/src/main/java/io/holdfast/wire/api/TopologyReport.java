package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * What hangs on what.
 *
 * @param at when this was so
 * @param status warning where there are findings
 * @param components how many components the graph has
 * @param edges ordered by what requires
 * @param findings what a person should look at
 */
public record TopologyReport(
        Instant at, Status status, long components, List<Edge> edges, List<Found> findings) {

    public TopologyReport {
        edges = List.copyOf(edges);
        findings = List.copyOf(findings);
    }

    /**
     * One edge.
     *
     * @param dependant what requires
     * @param on what is required, alone or with others that cover it
     * @param known where that is known from: configured, reported or names
     */
    public record Edge(String dependant, String on, List<String> known) {
        public Edge {
            known = List.copyOf(known);
        }
    }

    /**
     * One finding.
     *
     * @param sort shared, conflict, missing, circle or unconnected
     * @param about the components it concerns, the main one first
     * @param text in plain words
     */
    public record Found(String sort, List<String> about, String text) {
        public Found {
            about = List.copyOf(about);
        }
    }
}
