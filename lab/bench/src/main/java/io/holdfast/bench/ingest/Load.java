package io.holdfast.bench.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the generator is asked to do.
 *
 * @param host where the collector listens for agents
 * @param port its port
 * @param token the file with an enrolment token for all agents
 * @param agents how many agents to simulate
 * @param warmSeconds how long the load lasts, once all streams stand, before latencies count
 * @param seconds how long the load lasts after that
 * @param readings the part of the readings that change in a second
 * @param healths the part of the healths that change in a second
 * @param truth where to write the state that the collector must know in the end
 * @param acks where to write every acknowledgement, if anywhere
 * @param seed of all chance
 */
record Load(
        String host,
        int port,
        Path token,
        int agents,
        int warmSeconds,
        int seconds,
        double readings,
        double healths,
        Path truth,
        Optional<Path> acks,
        long seed) {

    /**
     * The load that these arguments, as {@code --name value}, ask for.
     *
     * @throws IllegalArgumentException if one is missing or odd
     */
    static Load parse(String[] arguments) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        String collector = need(named, "--collector");
        int colon = collector.lastIndexOf(':');
        return new Load(
                collector.substring(0, colon),
                Integer.parseInt(collector.substring(colon + 1)),
                Path.of(need(named, "--token-file")),
                Integer.parseInt(named.getOrDefault("--agents", "2000")),
                Integer.parseInt(named.getOrDefault("--warm", "20")),
                Integer.parseInt(named.getOrDefault("--seconds", "60")),
                Double.parseDouble(named.getOrDefault("--readings", "0.05")),
                Double.parseDouble(named.getOrDefault("--healths", "0.001")),
                Path.of(need(named, "--truth")),
                Optional.ofNullable(named.get("--acks")).map(Path::of),
                Long.parseLong(named.getOrDefault("--seed", "1")));
    }

    private static String need(Map<String, String> named, String name) {
        String value = named.get(name);
        if (value == null) {
            throw new IllegalArgumentException("expected " + name + ", found none");
        }
        return value;
    }
}
