package io.holdfast.collector.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.collector.api.fake.Hosts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our metrics read by the OpenMetrics parser of Debian's {@code python3-prometheus-client}. */
@Timeout(60)
class OpenMetricsPeerIT {

    private static final String PYTHON = "/usr/bin/python3";

    private static final String READER =
            """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(sys.stdin.read()):
                for sample in family.samples:
                    print(family.type, sample.name, sample.labels.get('hw_state', ''), sample.value)
            """;

    @Test
    void aStrictReaderUnderstandsEverything() throws Exception {
        needsParser();
        FakeCollector collector = new FakeCollector();
        collector.hosts.add(Hosts.pulled());
        List<SelfFamily> self =
                List.of(SelfFamily.of(Family.counter("holdfast_x", "an \"x\""), () -> 7));
        Process reader = new ProcessBuilder(PYTHON, "-c", READER).redirectErrorStream(true).start();
        try (OutputStream in = reader.getOutputStream()) {
            new CollectorMetrics(collector, self).write(in);
        }
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .contains(
                        "gauge hw_status absent 1",
                        "gauge hw_fan_speed_rpm  4200",
                        "counter holdfast_x_total  7");
    }

    private static void needsParser() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(PYTHON, "-c", "import prometheus_client.openmetrics.parser")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (IOException e) {
            // No python3 there; said below.
            assertThat(System.getenv("CI")).as("no " + PYTHON).isNotEqualTo("true");
        }
        String missing = "python3-prometheus-client is not installed: no OpenMetrics reader to try";
        assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
        abort(missing);
    }
}
