package io.holdfast.config.agent;

import io.holdfast.config.secret.SecretKeys;
import io.holdfast.config.value.ByteSizes;
import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Durations;
import io.holdfast.config.value.Flags;
import io.holdfast.config.value.LogLevel;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.KeyAtlas;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.YamlFile;
import io.holdfast.core.check.Check;
import io.holdfast.core.component.HostId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The reader of an agent's configuration file: everything below its one key {@code agent}. */
public final class AgentConfig {

    /** The key that makes a file an agent's. */
    public static final String KEY = "agent";

    private static final Counts NEEDED = Counts.between(1, RedundancyGroup.MOST_MEMBERS);
    private static final String NO_PLACE = "default";

    private final Section agent;
    private final String hostname;

    private AgentConfig(Section agent, String hostname) {
        this.agent = agent;
        this.hostname = hostname;
    }

    /**
     * Reads a file.
     *
     * @param hostname what this machine calls itself, for a file that does not name the host
     */
    public static Loaded<AgentSettings> load(Path file, String hostname) {
        Problems problems = new Problems();
        return YamlFile.text(file, problems)
                .map(text -> parse(file.toString(), text, hostname))
                .orElseGet(() -> Loaded.of(Optional.empty(), problems));
    }

    /** Reads a text that came from a file of this name. */
    public static Loaded<AgentSettings> parse(String file, String text, String hostname) {
        return parse(file, text, hostname, new Problems());
    }

    /** Reads a text, and notes there what is wrong with it and what it names. */
    public static Loaded<AgentSettings> parse(
            String file, String text, String hostname, Problems problems) {
        Optional<Section> top = Section.top(file, text, problems);
        Optional<AgentSettings> settings = top.flatMap(section -> read(section, hostname));
        top.ifPresent(section -> section.finish(atlas()));
        return Loaded.of(settings, problems);
    }

    /** Where the keys of an agent's file belong. */
    public static KeyAtlas atlas() {
        return KeyAtlas.of(top -> read(top, NO_PLACE));
    }

    private static Optional<AgentSettings> read(Section top, String hostname) {
        return top.requiredSection(KEY).flatMap(agent -> new AgentConfig(agent, hostname).read());
    }

    private Optional<AgentSettings> read() {
        var host = agent.value("host", Values.HOST_ID).or(this::hostOfMachine);
        var collector = agent.required("collector", Values.PEER);
        var state =
                agent.value("state-directory", Values.ABSOLUTE_PATH, AgentSettings.STATE_DIRECTORY);
        Section enrolment = agent.section("enrolment");
        var token = SecretKeys.read(enrolment, "token");
        var heartbeat =
                agent.value("heartbeat", Durations.within("1s", "5m"), AgentSettings.HEARTBEAT);
        var digest = agent.value("digest", Durations.within("10s", "1h"), AgentSettings.DIGEST);
        var spool =
                agent.section("spool")
                        .value(
                                "limit",
                                ByteSizes.between(ByteSizes.MIB, 16 * ByteSizes.GIB),
                                AgentSettings.SPOOL_BYTES);
        var probes = probes(agent.section("probes"));
        var needed = needed();
        var virtualNics = agent.value("virtual-nics", new Flags(), false);
        var labels = labels();
        var polling = PollingConfig.read(agent.section("polling"));
        var checks = checks();
        var level =
                agent.section("logging").value("level", Words.of(LogLevel.class), LogLevel.INFO);
        if (host.isEmpty() || collector.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AgentSettings(
                        host.get(),
                        collector.get(),
                        state,
                        token,
                        heartbeat,
                        digest,
                        spool,
                        probes,
                        needed,
                        virtualNics,
                        labels,
                        polling,
                        checks,
                        level));
    }

    private Optional<HostId> hostOfMachine() {
        if (agent.has("host")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HostId(NO_PLACE, NO_PLACE, hostname));
        } catch (IllegalArgumentException e) {
            agent.problem(
                    "host",
                    "expected a host as site/rack/host, because this machine's own name does not"
                            + " serve: "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<ProbeFamily, ProbeSettings> probes(Section probes) {
        Map<ProbeFamily, ProbeSettings> settings = new EnumMap<>(ProbeFamily.class);
        for (ProbeFamily family : ProbeFamily.values()) {
            Section section = probes.section(Words.word(family));
            ProbeSettings normal = family.normal();
            boolean enabled = section.value("enabled", new Flags(), normal.enabled());
            Duration every =
                    section.value(
                            "every",
                            Durations.between(family.least(), Duration.ofDays(7)),
                            normal.every());
            // A shorter interval than usual shortens the usual deadline, but not one that was
            // chosen.
            Duration shorter = every.compareTo(normal.deadline()) < 0 ? every : normal.deadline();
            Duration deadline =
                    section.value("deadline", Durations.within("100ms", "10m"), shorter);
            if (deadline.compareTo(every) > 0) {
                section.problem(
                        "deadline",
                        "expected at most the interval (every: %s), found '%s'"
                                .formatted(Durations.format(every), Durations.format(deadline)));
            }
            settings.put(family, new ProbeSettings(enabled, every, deadline));
        }
        return settings;
    }

    private SortedMap<String, Integer> needed() {
        return agent.section("groups").sections(group -> group.required("needed", NEEDED));
    }

    private List<Check> checks() {
        SortedMap<String, Check> checks = CheckConfig.read(agent.section("checks"));
        if (checks.size() > Check.MOST) {
            agent.problem(
                    "checks",
                    "expected at most %s checks, found %s".formatted(Check.MOST, checks.size()));
        }
        return List.copyOf(checks.values());
    }

    private SortedMap<String, String> labels() {
        SortedMap<String, String> labels = agent.section("labels").values(Values.LINE);
        if (labels.size() > AgentSettings.MOST_LABELS) {
            agent.problem(
                    "labels",
                    "expected at most %s labels, found %s"
                            .formatted(AgentSettings.MOST_LABELS, labels.size()));
        }
        return labels;
    }
}
