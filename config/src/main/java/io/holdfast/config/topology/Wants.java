package io.holdfast.config.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Need;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what something needs: {@code db01}, {@code vip:db}, {@code 1 of [db01, db02]} or
 * {@code 2 of [web1-web3]}.
 *
 * @param hosts that are known
 * @param services that are declared
 */
record Wants(KnownHosts hosts, Set<ComponentId> services) {

    private static final Pattern SOME_OF = Pattern.compile("(\\d{1,4}) of \\[?([^\\[\\]]+)\\]?");

    private static final Map<String, Kind> KINDS =
            Map.of("vip", Kind.VIP, "service", Kind.SERVICE, "external", Kind.EXTERNAL);

    /**
     * The need of this text.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    Need read(String text) {
        Matcher some = SOME_OF.matcher(text.strip());
        boolean counted = some.matches();
        TreeSet<ComponentId> of = new TreeSet<>();
        for (String name : (counted ? some.group(2) : text).split(",", -1)) {
            add(name.strip(), of);
        }
        int needed = counted ? Integer.parseInt(some.group(1)) : of.size();
        if (needed < 1 || needed > of.size()) {
            throw new IllegalArgumentException(
                    "expected to need 1 to %s of these, found '%s'".formatted(of.size(), text));
        }
        return new Need(needed, of);
    }

    private void add(String name, Set<ComponentId> of) {
        if (name.isEmpty() || name.contains(" ")) {
            throw new IllegalArgumentException(
                    "expected a host, vip:NAME, service:NAME, external:NAME or '1 of [a, b]',"
                            + " found '"
                            + name
                            + "'");
        }
        int colon = name.indexOf(':');
        if (colon < 0) {
            Range range =
                    Range.of(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "expected a range that rises, found '"
                                                            + name
                                                            + "'"));
            range.names().stream().map(hosts::find).map(HostId::self).forEach(of::add);
            return;
        }
        Kind kind = KINDS.get(name.substring(0, colon));
        ComponentId id =
                Declared.SERVICES.component(
                        kind == null ? Kind.SERVICE : kind, name.substring(colon + 1));
        if (kind == null || !services.contains(id)) {
            throw new IllegalArgumentException(
                    "expected one of the vips, services and externals of this topology, found '"
                            + name
                            + "'");
        }
        of.add(id);
    }
}
