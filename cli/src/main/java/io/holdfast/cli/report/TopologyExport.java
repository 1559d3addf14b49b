package io.holdfast.cli.report;

import io.holdfast.wire.api.TopologyReport;
import java.util.stream.Collectors;

/** The topology in forms that other programs read. */
public final class TopologyExport {

    private TopologyExport() {}

    /** A directed graph for Graphviz (its DOT language), what is required at the bottom. */
    public static String dot(TopologyReport topology) {
        return topology.edges().stream()
                .map(e -> "  " + quoted(e.dependant()) + " -> " + quoted(e.on()) + ";\n")
                .collect(
                        Collectors.joining("", "digraph topology {\n  node [shape=box];\n", "}\n"));
    }

    private static String quoted(String id) {
        return "\"" + Label.of(id).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A table, and the findings as a list. */
    public static String markdown(TopologyReport topology) {
        StringBuilder out = new StringBuilder("| what | hangs on | known from |\n|---|---|---|\n");
        topology.edges()
                .forEach(
                        edge ->
                                out.append("| ")
                                        .append(cell(Label.of(edge.dependant())))
                                        .append(" | ")
                                        .append(cell(Label.of(edge.on())))
                                        .append(" | ")
                                        .append(String.join(", ", edge.known()))
                                        .append(" |\n"));
        topology.findings()
                .forEach(found -> out.append("\n- ").append(cell(found.text())).append('\n'));
        return out.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
