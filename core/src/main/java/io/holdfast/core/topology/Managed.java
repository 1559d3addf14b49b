package io.holdfast.core.topology;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which host a management controller belongs to: as declared, or where its name is the host's with
 * a word such as {@code bmc} or {@code ilo} before or behind.
 */
final class Managed {

    private static final List<String> WORDS = List.of("bmc", "ilo", "idrac", "ipmi", "xcc", "oob");

    private final SortedMap<HostId, HostId> hostOf;
    private final SortedMap<HostId, Provenance> known;
    private final SortedMap<HostId, List<HostId>> controllers = new TreeMap<>();

    private Managed(SortedMap<HostId, HostId> hostOf, SortedMap<HostId, Provenance> known) {
        this.hostOf = hostOf;
        this.known = known;
        hostOf.forEach(
                (bmc, host) ->
                        controllers.computeIfAbsent(host, key -> new ArrayList<>()).add(bmc));
    }

    static Managed of(Declared declared, SortedMap<HostId, HostFacts> facts) {
        SortedMap<HostId, HostId> hostOf = new TreeMap<>();
        SortedMap<HostId, Provenance> known = new TreeMap<>();
        for (HostFacts one : facts.values()) {
            if (one.device().filter(kind -> kind == Kind.BMC).isPresent()) {
                byName(one.host())
                        .ifPresent(
                                host -> {
                                    hostOf.put(one.host(), host);
                                    known.put(one.host(), Provenance.NAMES);
                                });
            }
        }
        declared.managed()
                .forEach(
                        (bmc, host) -> {
                            hostOf.put(bmc, host);
                            known.put(bmc, Provenance.CONFIGURED);
                        });
        return new Managed(hostOf, known);
    }

    private static Optional<HostId> byName(HostId controller) {
        String name = controller.host();
        for (String word : WORDS) {
            String bare =
                    name.startsWith(word + "-")
                            ? name.substring(word.length() + 1)
                            : name.endsWith("-" + word)
                                    ? name.substring(0, name.length() - word.length() - 1)
                                    : "";
            if (!bare.isEmpty()) {
                return Optional.of(new HostId(controller.site(), controller.rack(), bare));
            }
        }
        return Optional.empty();
    }

    /** The host of a controller. */
    Optional<HostId> host(HostId controller) {
        return Optional.ofNullable(hostOf.get(controller));
    }

    /** How that is known. */
    Provenance known(HostId controller) {
        return known.getOrDefault(controller, Provenance.REPORTED);
    }

    boolean isController(HostId host) {
        return hostOf.containsKey(host);
    }

    /** The controllers of a host. */
    List<HostId> controllers(HostId host) {
        return controllers.getOrDefault(host, List.of());
    }
}
