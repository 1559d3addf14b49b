package io.holdfast.agent.devices.ipmi.rmcp;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packets that came and were not the answer, counted by reason. */
final class Ignored {

    /** More reasons than we have words for are a mistake of ours. */
    private static final int MOST_REASONS = 32;

    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String reason) {
        if (counts.size() < MOST_REASONS || counts.containsKey(reason)) {
            counts.merge(reason, 1, Integer::sum);
        }
    }

    boolean any() {
        return !counts.isEmpty();
    }

    /** The counts in words, such as {@code 2 x a packet cut short}; empty where none came. */
    String words() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
