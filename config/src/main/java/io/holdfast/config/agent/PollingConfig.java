package io.holdfast.config.agent;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Flags;
import io.holdfast.config.value.Texts;
import io.holdfast.config.yaml.Section;

/** The reader of the part {@code polling} of an agent's file. */
final class PollingConfig {

    private static final Texts<DevicePattern> PATTERN =
            new Texts<>("devices as site/rack/name, where * stands for any", DevicePattern::parse);

    private PollingConfig() {}

    static PollingSettings read(Section polling) {
        PollingSettings normal = PollingSettings.NORMAL;
        return new PollingSettings(
                polling.value("enabled", new Flags(), normal.enabled()),
                polling.value("limit", Counts.between(1, PollingSettings.MOST), normal.limit()),
                polling.has("allow") ? polling.list("allow", PATTERN) : normal.allow());
    }
}
