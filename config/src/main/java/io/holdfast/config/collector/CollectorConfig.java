package io.holdfast.config.collector;

import io.holdfast.config.rack.RackConfig;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.topology.TopologyConfig;
import io.holdfast.config.value.ByteSizes;
import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Durations;
import io.holdfast.config.value.Flags;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.LogLevel;
import io.holdfast.config.value.Percents;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.KeyAtlas;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.YamlFile;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reader of a collector's configuration file: everything below its one key {@code collector}.
 */
public final class CollectorConfig {

    /** The key that makes a file a collector's. */
    public static final String KEY = "collector";

    private static final Durations AGE = Durations.within("1h", "36500d");
    private static final Counts NEEDED = Counts.between(1, RedundancyGroup.MOST_MEMBERS);
    private static final int BACKUPS_KEPT = 7;
    private static final Duration PING = Duration.ofMinutes(1);

    private final Section collector;

    private CollectorConfig(Section collector) {
        this.collector = collector;
    }

    /** Reads a file. */
    public static Loaded<CollectorSettings> load(Path file) {
        Problems problems = new Problems();
        return YamlFile.text(file, problems)
                .map(text -> parse(file.toString(), text))
                .orElseGet(() -> Loaded.of(Optional.empty(), problems));
    }

    /** Reads a text that came from a file of this name. */
    public static Loaded<CollectorSettings> parse(String file, String text) {
        return parse(file, text, new Problems());
    }

    /** Reads a text, and notes there what is wrong with it and what it names. */
    public static Loaded<CollectorSettings> parse(String file, String text, Problems problems) {
        Optional<Section> top = Section.top(file, text, problems);
        Optional<CollectorSettings> settings = top.flatMap(CollectorConfig::read);
        top.ifPresent(section -> section.finish(atlas()));
        return Loaded.of(settings, problems);
    }

    /** Where the keys of a collector's file belong. */
    public static KeyAtlas atlas() {
        return KeyAtlas.of(CollectorConfig::read);
    }

    private static Optional<CollectorSettings> read(Section top) {
        return top.requiredSection(KEY).map(collector -> new CollectorConfig(collector).read());
    }

    private CollectorSettings read() {
        Section alerts = collector.section("alerts");
        RackSettings racks = RackConfig.read(collector);
        return new CollectorSettings(
                listen(collector.section("listen")),
                collector.value(
                        "state-directory", Values.ABSOLUTE_PATH, CollectorSettings.STATE_DIRECTORY),
                collector.list("names", Values.NETWORK_NAME),
                retention(collector.section("retention")),
                collector.value(
                        "silent-after-missed",
                        Counts.between(2, 1_000),
                        CollectorSettings.SILENT_AFTER_MISSED),
                collector.optionalSection("mail").flatMap(mail -> new MailConfig(mail).read()),
                alerts.value("enabled", new Flags(), true),
                new TrapConfig(alerts).read(),
                collector.optionalSection("backup").flatMap(CollectorConfig::backup),
                collector.optionalSection("dead-man").flatMap(CollectorConfig::deadMan),
                needed(),
                limits(collector.section("limits")),
                racks,
                TopologyConfig.read(collector, racks.devices().keySet()),
                collector
                        .section("logging")
                        .value("level", Words.of(LogLevel.class), LogLevel.INFO));
    }

    private static ListenSettings listen(Section listen) {
        ListenSettings normal = ListenSettings.NORMAL;
        HostPort agents = listen.value("agents", Values.LISTEN, normal.agents());
        HostPort api = listen.value("api", Values.LISTEN, normal.api());
        if (agents.port() != 0 && agents.equals(api)) {
            listen.problem("api", "expected an address of its own, found that of 'agents'");
        }
        return new ListenSettings(
                agents, api, listen.value("socket", Values.ABSOLUTE_PATH, normal.socket()));
    }

    private static RetentionSettings retention(Section retention) {
        RetentionSettings normal = RetentionSettings.NORMAL;
        return new RetentionSettings(
                retention.value("changes", AGE, normal.changes()),
                retention.value("minutes", AGE, normal.minutes()),
                retention.value("hours", AGE, normal.hours()),
                retention.value(
                        "limit",
                        ByteSizes.between(64 * ByteSizes.MIB, 64 * ByteSizes.TIB),
                        normal.bytes()),
                retention.value("keep-free", Percents.between(0, 90), normal.keepFreePercent()));
    }

    private static Optional<BackupSettings> backup(Section backup) {
        var directory = backup.required("directory", Values.ABSOLUTE_PATH);
        var at = backup.required("at", Values.TIME_OF_DAY);
        var zone = backup.value("zone", Values.ZONE, ZoneOffset.UTC);
        var keep = backup.value("keep", Counts.between(1, 1_000), BACKUPS_KEPT);
        return directory.flatMap(
                where -> at.map(when -> new BackupSettings(where, when, zone, keep)));
    }

    private static Optional<DeadManSettings> deadMan(Section deadMan) {
        var url = deadMan.required("url", Values.WEB_ADDRESS);
        var every = deadMan.value("every", Durations.within("10s", "1d"), PING);
        return url.map(address -> new DeadManSettings(address, every));
    }

    private SortedMap<GroupId, Integer> needed() {
        SortedMap<GroupId, Integer> needed = new TreeMap<>();
        collector
                .optionalSection("groups")
                .ifPresent(
                        groups ->
                                groups.sections((key, group) -> needed(groups, key, group))
                                        .values()
                                        .forEach(one -> needed.put(one.getKey(), one.getValue())));
        return needed;
    }

    /** A wrong group and a wrong number are both told. */
    private static Optional<Map.Entry<GroupId, Integer>> needed(
            Section groups, String key, Section group) {
        Optional<Integer> count = group.required("needed", NEEDED);
        try {
            GroupId id = GroupId.parse(key);
            return count.map(n -> Map.entry(id, n));
        } catch (IllegalArgumentException e) {
            groups.problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static LimitSettings limits(Section limits) {
        LimitSettings normal = LimitSettings.NORMAL;
        return new LimitSettings(
                limits.value("agents", Counts.between(1, 100_000), normal.agents()),
                limits.value(
                        "components-per-agent",
                        Counts.between(1, 100_000),
                        normal.componentsPerAgent()),
                limits.value(
                        "message-size",
                        ByteSizes.between(64 * ByteSizes.KIB, 64 * ByteSizes.MIB),
                        normal.messageBytes()));
    }
}
