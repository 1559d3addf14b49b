package io.holdfast.cli.report;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.topology.ShortName;
import java.util.List;
import java.util.stream.Collectors;

/** Ids as people say them. */
final class Label {

    private Label() {}

    /**
     * A component's id, shortened; as it is where a newer collector knows a kind that we do not.
     */
    static String of(String id) {
        try {
            return ShortName.of(ComponentId.parse(id));
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    /** Several, with commas between, and the rest counted. */
    static String list(List<String> ids, int most) {
        String some = ids.stream().limit(most).map(Label::of).collect(Collectors.joining(", "));
        return ids.size() > most ? some + " and " + (ids.size() - most) + " more" : some;
    }

    /** The way from a loss to what it stops. */
    static String way(List<String> steps) {
        return steps.stream().map(Label::of).collect(Collectors.joining(" > "));
    }
}
