package io.holdfast.collector.topology;

import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.topology.ShortName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the component that a person means: {@code pdu-b}, {@code r12/db07}, {@code feed:B}, {@code
 * db07/psu:PS1}, {@code db07/PS1} or a whole id, as short as only one fits.
 *
 * @param all every component there is
 */
public record ComponentNames(List<ComponentId> all) {

    private static final int MOST_LISTED = 6;

    public ComponentNames {
        all = List.copyOf(all);
    }

    /**
     * The component of this name.
     *
     * @throws IllegalArgumentException if none or several fit; the message names what comes near
     */
    public ComponentId find(String name) {
        String end = "/" + name;
        List<ComponentId> fitting = fitting(id -> id.toString().equals(name) || is(id, end));
        if (fitting.isEmpty() && name.contains("/")) {
            fitting = fitting(id -> ("/" + id.host() + "/" + id.name()).endsWith(end));
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.isEmpty()) {
            List<String> near =
                    Suggestion.near(name, all.stream().map(ShortName::of).distinct().toList());
            throw new IllegalArgumentException(
                    "expected a component that is known, found '"
                            + name
                            + "'"
                            + (near.isEmpty()
                                    ? ""
                                    : "; did you mean " + String.join(" or ", near) + "?"));
        }
        throw new IllegalArgumentException(
                "expected one component, found "
                        + fitting.size()
                        + " that are called '"
                        + name
                        + "': "
                        + fitting.stream()
                                .limit(MOST_LISTED)
                                .map(ComponentId::toString)
                                .collect(Collectors.joining(", "))
                        + (fitting.size() > MOST_LISTED ? " and others" : ""));
    }

    private List<ComponentId> fitting(Predicate<ComponentId> fits) {
        return all.stream().filter(fits).toList();
    }

    private static boolean is(ComponentId id, String end) {
        boolean self = id.kind() == Kind.HOST && id.equals(id.host().self());
        return ("/" + id).endsWith(end) || (self && ("/" + id.host()).endsWith(end));
    }
}
