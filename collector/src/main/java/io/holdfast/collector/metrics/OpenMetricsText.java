package io.holdfast.collector.metrics;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes OpenMetrics text (OpenMetrics 1.0, section "Text Format").
 *
 * <p>Streams: however many hosts there are, nothing is held but the names of the families, each of
 * which may be begun once.
 */
final class OpenMetricsText implements Samples {

    private final Writer out;
    private final Set<String> begun = new HashSet<>();
    private String sampleName = "";

    OpenMetricsText(Writer out) {
        this.out = out;
    }

    /** Begins a family; the samples that follow are its own. */
    void begin(Family family) throws IOException {
        if (!begun.add(family.name())) {
            throw new IllegalStateException(
                    "expected each family once, found " + family.name() + " again");
        }
        sampleName = family.name() + family.type().suffix();
        out.write("# TYPE " + family.name() + " " + family.type().word() + "\n");
        if (!family.unit().isEmpty()) {
            out.write("# UNIT " + family.name() + " " + family.unit() + "\n");
        }
        out.write("# HELP " + family.name() + " " + escaped(family.help()) + "\n");
    }

    @Override
    public void sample(double value, String... labels) throws IOException {
        out.write(sampleName);
        for (int i = 0; i < labels.length; i += 2) {
            out.write(i == 0 ? "{" : ",");
            out.write(labels[i] + "=\"" + escaped(labels[i + 1]) + "\"");
        }
        out.write((labels.length == 0 ? " " : "} ") + number(value) + "\n");
    }

    /** Ends the text; without this a reader takes it for cut off. */
    void end() throws IOException {
        out.write("# EOF\n");
        out.flush();
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return String.valueOf(value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
