package io.holdfast.core.component;

/**
 * Where a host stands and what it is called: {@code site/rack/host}.
 *
 * <p>A switch, PDU or UPS that is polled over the network is a host in this sense too.
 *
 * @param site the site, such as {@code ber1}
 * @param rack the rack in that site, such as {@code r12}
 * @param host the host in that rack, such as {@code db07}
 */
public record HostId(String site, String rack, String host) implements Comparable<HostId> {

    public HostId {
        Names.requirePathPart("site", site);
        Names.requirePathPart("rack", rack);
        Names.requirePathPart("host", host);
        // Each observation names its host anew: thousands of equal texts are kept once.
        site = site.intern();
        rack = rack.intern();
        host = host.intern();
    }

    /**
     * The host that this text names.
     *
     * @throws IllegalArgumentException if the text is not {@code site/rack/host}
     */
    public static HostId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "expected a host as site/rack/host, found '" + text + "'");
        }
        return new HostId(parts[0], parts[1], parts[2]);
    }

    /** The component {@code kind:name} of this host. */
    public ComponentId component(Kind kind, String name) {
        return new ComponentId(this, kind, name);
    }

    /** The component that stands for the host itself. */
    public ComponentId self() {
        return component(Kind.HOST, host);
    }

    @Override
    public int compareTo(HostId other) {
        int bySite = order(site, other.site);
        int byRack = bySite != 0 ? bySite : order(rack, other.rack);
        return byRack != 0 ? byRack : order(host, other.host);
    }

    /** Equal names are one text, which a question for equality sees without reading it. */
    private static int order(String name, String other) {
        return name.equals(other) ? 0 : name.compareTo(other);
    }

    @Override
    public String toString() {
        return site + "/" + rack + "/" + host;
    }
}
