package io.holdfast.collector.assessment;

import io.holdfast.core.component.Component;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences from the accepted inventory, in plain words. */
public final class DifferenceText {

    private DifferenceText() {}

    public static String of(Difference difference) {
        return switch (difference) {
            case Difference.Missing d -> d.component().local() + " is accepted and not there";
            case Difference.Added d -> d.component().id().local() + " is there and not accepted";
            case Difference.Replaced d ->
                    d.found().id().local()
                            + " is another piece: "
                            + identity(d.accepted())
                            + " was accepted, "
                            + identity(d.found())
                            + " is there";
            case Difference.GroupAdded d ->
                    name(d.group()) + " is reported by its host and was not accepted";
            case Difference.GroupChanged d ->
                    name(d.found())
                            + " has "
                            + shape(d.found())
                            + ", accepted is "
                            + shape(d.accepted());
            case Difference.GroupMissing d ->
                    name(d.group()) + " was accepted and is reported by its host no longer";
        };
    }

    /** All of them, a text each. */
    public static List<String> of(List<Difference> differences) {
        return differences.stream().map(DifferenceText::of).toList();
    }

    private static String name(RedundancyGroup group) {
        return "group " + group.id().name();
    }

    private static String shape(RedundancyGroup group) {
        return group.members().size() + " members of which " + group.needed() + " must work";
    }

    private static String identity(Component component) {
        String words =
                Stream.of("vendor", "model", "serial")
                        .map(name -> component.attributes().get(name))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return words.isEmpty() ? "something without a name" : words;
    }
}
