package io.holdfast.agent.devices.linux.net;

import io.holdfast.core.observation.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which interfaces this machine talks through, and what says so.
 *
 * <p>An interface counts that has a route or a global address of its own. Link-local addresses do
 * not: every interface that is up has one, and so has the one that leads to the BMC.
 */
final class Usage {

    static final String ROUTES = "/proc/net/route";
    static final String ADDRESSES = "/proc/net/if_inet6";

    /** More lines than this are not read: a router with a full table lists interfaces early. */
    private static final int MOST_LINES = 20_000;

    /** 169.254.0.0 as both byte orders print it. */
    private static final Set<String> LINK_LOCAL = Set.of("0000FEA9", "A9FE0000");

    private static final String DEFAULT = "00000000";
    private static final int SCOPE_FIELD = 3;
    private static final int NAME_FIELD = 5;

    private Usage() {}

    /**
     * The interfaces in use.
     *
     * @param routes the text of {@value #ROUTES}
     * @param addresses the text of {@value #ADDRESSES}
     */
    static Map<String, Evidence> parse(String routes, String addresses) {
        Map<String, Evidence> used = new LinkedHashMap<>();
        for (String[] fields : lines(routes)) {
            if (fields.length < 8 || !InterfaceName.valid(fields[0]) || fields[1].length() != 8) {
                continue;
            }
            boolean everywhere = fields[1].equals(DEFAULT) && fields[7].equals(DEFAULT);
            if (everywhere) {
                used.put(fields[0], carries(ROUTES, fields[0], fields[1], "the default route"));
            } else if (!LINK_LOCAL.contains(fields[1])) {
                used.putIfAbsent(fields[0], carries(ROUTES, fields[0], fields[1], "a route"));
            }
        }
        for (String[] fields : lines(addresses)) {
            boolean global = fields.length > NAME_FIELD && fields[SCOPE_FIELD].equals("00");
            if (global && InterfaceName.valid(fields[NAME_FIELD])) {
                String name = fields[NAME_FIELD];
                used.putIfAbsent(name, carries(ADDRESSES, name, fields[0], "an IPv6 address"));
            }
        }
        used.remove("lo");
        return used;
    }

    private static Evidence carries(String file, String key, String value, String what) {
        return new Evidence(file, key, value, "carries " + what);
    }

    private static List<String[]> lines(String text) {
        try (Stream<String> lines = text.lines()) {
            return lines.limit(MOST_LINES).map(line -> line.strip().split("\\s+")).toList();
        }
    }
}
