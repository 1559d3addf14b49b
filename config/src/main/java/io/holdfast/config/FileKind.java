package io.holdfast.config;

import io.holdfast.config.agent.AgentConfig;
import io.holdfast.config.collector.CollectorConfig;

/** Whose settings a configuration file holds, told by its one key. */
public enum FileKind {
    AGENT(AgentConfig.KEY),
    COLLECTOR(CollectorConfig.KEY);

    private final String key;

    FileKind(String key) {
        this.key = key;
    }

    /** The key at the top of such a file. */
    public String key() {
        return key;
    }
}
