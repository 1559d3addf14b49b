package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to a resource of the same service: a path, and a pointer to an object within the document
 * there ({@code @odata.id}, DSP0266 section 8.3; fragments as JSON pointers, RFC 6901).
 *
 * @param path absolute, encoded, without a trailing slash
 * @param pointer empty, or {@code /PowerSupplies/0}
 */
public record Link(String path, String pointer) {

    /** The only path that is known beforehand (DSP0266 section 8.2). */
    public static final Link ROOT = new Link("/redfish/v1", "");

    /** A longer link is nobody's. */
    static final int LONGEST = 1_024;

    /** The link that this text is, or empty where it is none of this service. */
    public static Optional<Link> parse(String text) {
        boolean ours =
                text.length() <= LONGEST
                        && text.startsWith("/")
                        && !text.startsWith("//")
                        && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        if (!ours) {
            return Optional.empty();
        }
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        String pointer = hash < 0 ? "" : text.substring(hash + 1);
        // iLO writes its pointers without the first slash.
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            pointer = "/" + pointer;
        }
        return path.contains("/../")
                ? Optional.empty()
                : Optional.of(new Link(bare(path), pointer));
    }

    /** The link that an object holds, such as {@code {"@odata.id": "/redfish/v1/Systems"}}. */
    public static Optional<Link> in(Json holder) {
        return holder.at("@odata.id").text().flatMap(Link::parse);
    }

    /** The links of an array, those that are none left out. */
    public static List<Link> all(Json array) {
        List<Link> links = new ArrayList<>();
        array.items().forEach(item -> in(item).ifPresent(links::add));
        return links;
    }

    /** The link to a part of what this one leads to. */
    public Link down(String name) {
        return new Link(path, pointer + "/" + name);
    }

    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? path : path + "#" + pointer;
    }
}
