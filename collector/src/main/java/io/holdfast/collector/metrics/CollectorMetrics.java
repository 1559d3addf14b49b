package io.holdfast.collector.metrics;

import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All metrics of a collector. */
public final class CollectorMetrics {

    private static final List<HostFamily> OF_HOSTS =
            Stream.concat(HardwareFamilies.all().stream(), HostFamilies.all().stream()).toList();

    private final Reports reports;
    private final List<SelfFamily> ofItself;

    public CollectorMetrics(Reports reports, List<SelfFamily> ofItself) {
        this.reports = reports;
        this.ofItself = List.copyOf(ofItself);
    }

    /** Writes the metrics of now as OpenMetrics text and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        OpenMetricsText text = new OpenMetricsText(writer);
        ReportView report = reports.report();
        for (HostFamily each : OF_HOSTS) {
            text.begin(each.family());
            for (HostView host : report.hosts()) {
                each.sampler().sample(host, report.at(), text);
            }
        }
        for (SelfFamily each : ofItself) {
            text.begin(each.family());
            for (Map.Entry<String, Double> value : each.values().get().entrySet()) {
                if (each.label().isEmpty()) {
                    text.sample(value.getValue());
                } else {
                    text.sample(value.getValue(), each.label(), value.getKey());
                }
            }
        }
        text.end();
    }
}
