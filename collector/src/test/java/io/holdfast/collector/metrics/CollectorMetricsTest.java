package io.holdfast.collector.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.collector.api.fake.Hosts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CollectorMetricsTest {

    private final FakeCollector collector = new FakeCollector();

    private List<String> lines(List<SelfFamily> self) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CollectorMetrics(collector, self).write(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void hostsAreShownUnderTheNamesOfTheConventions() throws IOException {
        collector.hosts.add(Hosts.pulled());
        assertThat(lines(List.of()))
                .contains(
                        "# TYPE hw_status gauge",
                        "hw_status{hw_id=\"ber1/r12/db07/psu:2\",hw_type=\"power_supply\",hw_name=\"2\","
                                + "hw_parent=\"ber1/r12/db07/host:db07\",hw_state=\"absent\","
                                + "host=\"ber1/r12/db07\"} 1",
                        "holdfast_component_age_seconds{hw_id=\"ber1/r12/db07/psu:1\"} 60",
                        "# UNIT hw_fan_speed_rpm rpm",
                        "hw_fan_speed_rpm{hw_id=\"ber1/r12/db07/fan:CPU 0\",name=\"speed\"} 4200",
                        "holdfast_group_spares{group=\"ber1/r12/db07/group:power\",host=\"ber1/r12/db07\"} 0",
                        "holdfast_group_redundancy{group=\"ber1/r12/db07/group:power\","
                                + "host=\"ber1/r12/db07\",redundancy=\"none\"} 1",
                        "holdfast_agent_up{host=\"ber1/r12/db07\"} 1",
                        "holdfast_agent_clock_offset_seconds{host=\"ber1/r12/db07\"} -0.012",
                        "holdfast_agent_changes_behind{host=\"ber1/r12/db07\"} 1")
                .endsWith("# EOF");
    }

    @Test
    void sparesThatNobodyKnowsHaveNoSample() throws IOException {
        collector.hosts.add(Hosts.unknown());
        assertThat(lines(List.of()))
                .noneMatch(line -> line.startsWith("holdfast_group_spares{"))
                .contains(
                        "holdfast_group_redundancy{group=\"ber1/r12/db07/group:power\","
                                + "host=\"ber1/r12/db07\",redundancy=\"unknown\"} 1");
    }

    @Test
    void aComponentHasASampleForEachStateAndIsInOne() throws IOException {
        collector.hosts.add(Hosts.pulled());
        Map<String, List<String>> states = new TreeMap<>();
        Pattern status =
                Pattern.compile("hw_status\\{hw_id=\"([^\"]+)\".*hw_state=\"(\\w+)\".*} (.*)");
        for (String line : lines(List.of())) {
            Matcher sample = status.matcher(line);
            if (sample.matches()) {
                states.computeIfAbsent(sample.group(1), id -> new ArrayList<>())
                        .add(sample.group(2) + " " + sample.group(3));
            }
        }
        assertThat(states)
                .containsEntry(
                        "ber1/r12/db07/psu:1",
                        List.of("ok 1", "degraded 0", "failed 0", "absent 0", "unknown 0"))
                .containsEntry(
                        "ber1/r12/db07/psu:2",
                        List.of("ok 0", "degraded 0", "failed 0", "absent 1", "unknown 0"));
    }

    @Test
    void everyFamilyIsOnceAndItsSamplesFollowIt() throws IOException {
        collector.hosts.add(Hosts.pulled());
        String current = "";
        Set<String> seen = new HashSet<>();
        for (String line : lines(List.of())) {
            if (line.startsWith("# TYPE ")) {
                current = line.split(" ", -1)[2];
                assertThat(seen.add(current)).as(current).isTrue();
            } else if (!line.startsWith("#")) {
                assertThat(line.split("[{ ]", 2)[0]).isIn(current, current + "_total");
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void theCollectorShowsItselfWithAndWithoutALabel() throws IOException {
        TreeMap<String, Double> reasons = new TreeMap<>();
        reasons.put("a \"b\"\\\n", 2.0);
        assertThat(
                        lines(
                                List.of(
                                        SelfFamily.of(Family.counter("holdfast_x", "x"), () -> 1.5),
                                        new SelfFamily(
                                                Family.gauge("holdfast_y", "y"),
                                                "reason",
                                                () -> reasons))))
                .contains(
                        "# TYPE holdfast_x counter",
                        "holdfast_x_total 1.5",
                        "holdfast_y{reason=\"a \\\"b\\\"\\\\\\n\"} 2");
    }

    @Test
    void aFamilyCannotBeBegunTwice() throws IOException {
        OpenMetricsText text = new OpenMetricsText(new StringWriter());
        text.begin(Family.gauge("x", "x"));
        assertThatThrownBy(() -> text.begin(Family.gauge("x", "x")))
                .isInstanceOf(IllegalStateException.class);
    }
}
