package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code zpool status -p -P}. Its text is the same from OpenZFS 0.6 on; its JSON is only
 * there from 2.3 on.
 */
public final class ZpoolStatus {

    private static final int MOST_LINES = 20_000;
    private static final int MOST_DEPTH = 6;

    /** Sections whose loss does not stop the pool. */
    private static final Set<String> ASIDE = Set.of("logs", "cache", "spares");

    private static final Set<String> SECTIONS =
            Set.of("logs", "cache", "spares", "special", "dedup");

    private ZpoolStatus() {}

    /** The question. */
    public static Command ask() {
        return new Command("zpool", List.of("status", "-p", "-P"), "pools", Duration.ofSeconds(15));
    }

    /** The pools of an answer; what is not understood is left out. */
    public static List<Pool> decode(String text) {
        List<Pool> pools = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        List<String> config = new ArrayList<>();
        String field = "";
        for (String line : text.lines().limit(MOST_LINES).toList()) {
            int colon = line.indexOf(": ") > 0 ? line.indexOf(": ") : line.lastIndexOf(':');
            boolean header = !line.startsWith("\t") && colon > 0;
            if (header) {
                field = line.substring(0, colon).strip();
                if (field.equals("pool")) {
                    add(fields, config, pools);
                    fields.clear();
                    config.clear();
                }
                fields.put(field, line.substring(colon + 1).strip());
            } else if (field.equals("config") && line.startsWith("\t")) {
                config.add(line.substring(1));
            }
        }
        add(fields, config, pools);
        return pools;
    }

    private static void add(Map<String, String> fields, List<String> config, List<Pool> pools) {
        String name = fields.getOrDefault("pool", "");
        if (name.isEmpty()) {
            return;
        }
        List<PoolNode> vdevs = new ArrayList<>();
        List<PoolNode> spares = new ArrayList<>();
        for (PoolNode top : new Reader(config).nodes(0, 0)) {
            if (top.name().equals("spares")) {
                spares.addAll(top.children());
            } else if (!ASIDE.contains(top.name()) && !top.name().equals("NAME")) {
                vdevs.addAll(top.children());
            }
        }
        pools.add(
                new Pool(
                        name,
                        fields.getOrDefault("state", ""),
                        fields.getOrDefault("scan", ""),
                        fields.getOrDefault("errors", ""),
                        vdevs,
                        spares));
    }

    /** Builds the tree from the indentation, two spaces a level. */
    private static final class Reader {

        private final List<String> lines;
        private int next;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        List<PoolNode> nodes(int least, int depth) {
            List<PoolNode> nodes = new ArrayList<>();
            while (next < lines.size()) {
                String line = lines.get(next);
                int indent = indent(line);
                if (line.isBlank() || indent < least) {
                    if (!line.isBlank()) {
                        return nodes;
                    }
                    next++;
                    continue;
                }
                next++;
                List<PoolNode> children =
                        depth < MOST_DEPTH ? nodes(indent + 1, depth + 1) : List.of();
                nodes.add(node(line.strip().split("\\s+", 6), children));
            }
            return nodes;
        }

        private static int indent(String line) {
            int indent = 0;
            while (indent < line.length() && line.charAt(indent) == ' ') {
                indent++;
            }
            return indent;
        }

        private static PoolNode node(String[] words, List<PoolNode> children) {
            boolean section = words.length == 1 && SECTIONS.contains(words[0]);
            long errors = 0;
            for (int i = 2; i < Math.min(5, words.length); i++) {
                errors += count(words[i]);
            }
            return new PoolNode(
                    words[0],
                    words.length > 1 ? words[1] : section ? "ONLINE" : "",
                    errors,
                    words.length > 5 ? words[5] : "",
                    children);
        }

        private static long count(String word) {
            try {
                return Math.clamp(Long.parseLong(word), 0L, 1L << 40);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
