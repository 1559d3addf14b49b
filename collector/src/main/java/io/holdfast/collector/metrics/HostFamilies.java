package io.holdfast.collector.metrics;

import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.core.redundancy.Assessment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Groups and agents of hosts. */
final class HostFamilies {

    private HostFamilies() {}

    static List<HostFamily> all() {
        return List.of(
                group(
                        "holdfast_group_spares",
                        "how many more members may fail; below 0 where too few work, none where"
                                + " that is not known",
                        a -> a.knownSpares().stream().mapToObj(n -> (double) n).findFirst()),
                group(
                        "holdfast_group_design_spares",
                        "how many members may fail while all work",
                        a -> Optional.of((double) a.group().designSpares())),
                group(
                        "holdfast_group_disagrees",
                        "1 where the device claims another redundancy than its members show",
                        a -> Optional.of(a.disagrees() ? 1.0 : 0.0)),
                new HostFamily(
                        Family.gauge(
                                "holdfast_group_redundancy",
                                "1 for the redundancy that the group has"),
                        HostFamilies::redundancy),
                agent(
                        Family.gauge("holdfast_agent_up", "1 while the agent is heard"),
                        (a, now) -> Optional.of(a.silent() || !a.connected() ? 0.0 : 1.0)),
                agent(
                        Family.gauge(
                                "holdfast_agent_last_heard_age_seconds",
                                "seconds",
                                "how long ago the agent was heard"),
                        (a, now) -> a.heardAt().map(at -> seconds(Duration.between(at, now)))),
                agent(
                        Family.gauge(
                                "holdfast_agent_clock_offset_seconds",
                                "seconds",
                                "how far the agent's clock is ahead of ours"),
                        (a, now) -> a.clockOffset().map(HostFamilies::seconds)),
                agent(
                        Family.gauge(
                                "holdfast_agent_poll_lateness_seconds",
                                "seconds",
                                "the worst lateness of a poll that the agent told last"),
                        (a, now) -> Optional.of(seconds(a.pollLateness()))),
                agent(
                        Family.gauge(
                                "holdfast_agent_spooled_changes", "changes that wait on its disk"),
                        (a, now) -> Optional.of((double) a.spooled())),
                agent(
                        Family.gauge(
                                "holdfast_agent_dropped_details",
                                "details that it dropped from its spool since it started"),
                        (a, now) -> Optional.of((double) a.dropped())),
                agent(
                        Family.gauge(
                                "holdfast_agent_changes_behind",
                                "changes that it has made and we have not on disk"),
                        (a, now) -> Optional.of(behind(a))),
                agent(
                        Family.gauge(
                                "holdfast_agent_resident_memory_bytes",
                                "bytes",
                                "memory of the agent"),
                        (a, now) -> Optional.of((double) a.rssBytes())),
                agent(
                        Family.gauge(
                                "holdfast_agent_cpu_seconds",
                                "seconds",
                                "processor time of it and its children since it started"),
                        (a, now) -> Optional.of(seconds(a.cpu()))),
                device(
                        Family.gauge("holdfast_device_up", "1 while the device answers its poller"),
                        (d, now) -> Optional.of(answers(d) ? 1.0 : 0.0)),
                device(
                        Family.gauge(
                                "holdfast_device_last_answer_age_seconds",
                                "seconds",
                                "how long ago the device answered its poller"),
                        (d, now) -> d.answeredAt().map(at -> seconds(Duration.between(at, now)))),
                device(
                        Family.gauge(
                                "holdfast_device_poll_lateness_seconds",
                                "seconds",
                                "by how much the last look at it began too late"),
                        (d, now) -> Optional.of(seconds(d.lateness()))));
    }

    private static boolean answers(DeviceView device) {
        return device.answeredAt().isPresent() && !device.silent();
    }

    @FunctionalInterface
    private interface OfDevice {
        Optional<Double> value(DeviceView device, Instant now);
    }

    private static HostFamily device(Family family, OfDevice of) {
        return new HostFamily(
                family,
                (host, now, to) -> {
                    Optional<Double> value = host.device().flatMap(d -> of.value(d, now));
                    if (value.isPresent()) {
                        to.sample(value.get(), "host", host.host().toString());
                    }
                });
    }

    private static void redundancy(HostView host, Instant now, Samples to) throws IOException {
        for (Assessment group : host.groups()) {
            to.sample(
                    1,
                    "group",
                    group.group().id().toString(),
                    "host",
                    host.host().toString(),
                    "redundancy",
                    group.forAlerts().word());
        }
    }

    private static HostFamily group(
            String name, String help, Function<Assessment, Optional<Double>> of) {
        return new HostFamily(
                Family.gauge(name, help),
                (host, now, to) -> {
                    for (Assessment group : host.groups()) {
                        Optional<Double> value = of.apply(group);
                        if (value.isPresent()) {
                            to.sample(
                                    value.get(),
                                    "group",
                                    group.group().id().toString(),
                                    "host",
                                    host.host().toString());
                        }
                    }
                });
    }

    @FunctionalInterface
    private interface OfAgent {
        Optional<Double> value(AgentView agent, Instant now);
    }

    private static HostFamily agent(Family family, OfAgent of) {
        return new HostFamily(
                family,
                (host, now, to) -> {
                    Optional<Double> value = of.value(host.agent(), now);
                    if (value.isPresent() && host.device().isEmpty()) {
                        to.sample(value.get(), "host", host.host().toString());
                    }
                });
    }

    /** Within one start of the agent; across starts the numbers cannot be compared. */
    private static double behind(AgentView agent) {
        return agent.claimed().incarnation() == agent.durable().incarnation()
                ? Math.max(0, agent.claimed().sequence() - agent.durable().sequence())
                : 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
