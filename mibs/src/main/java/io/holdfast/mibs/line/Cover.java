package io.holdfast.mibs.line;

import java.util.List;

/**
 * Parts that cover one another.
 *
 * @param needed how many of them must work
 * @param members all of them
 */
public record Cover(int needed, List<Part> members) {
    public Cover {
        members = List.copyOf(members);
    }
}
