package io.holdfast.mibs.trap;

import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what a file of the catalogue calls things, as modules of names. For one thread. */
final class TrapNames {

    private record Place(String module, String name) {}

    private final Map<Place, MibNode> nodes = new LinkedHashMap<>();
    private final Map<Oid, Map<Integer, String>> words = new LinkedHashMap<>();

    /** An object; a name with {@code MODULE::} before it is another module's. */
    void object(String module, String name, Oid oid) {
        int colons = name.indexOf("::");
        Place place =
                colons < 0
                        ? new Place(module, name)
                        : new Place(name.substring(0, colons), name.substring(colons + 2));
        nodes.put(
                place, new MibNode(oid, place.name(), NodeKind.COLUMN, "", Labels.NONE, List.of()));
    }

    void notification(String module, String name, Oid oid) {
        nodes.put(
                new Place(module, name),
                new MibNode(oid, name, NodeKind.NOTIFICATION, "", Labels.NONE, List.of()));
    }

    /** A mere place, such as an alarm that is named as a value. */
    void place(String module, String name, Oid oid) {
        nodes.putIfAbsent(new Place(module, name), MibNode.place(oid, name));
    }

    /** What an object's values are called. */
    void words(Oid oid, Map<Integer, String> more) {
        words.computeIfAbsent(oid, key -> new TreeMap<>()).putAll(more);
    }

    List<MibModule> modules() {
        Map<String, List<MibNode>> modules = new LinkedHashMap<>();
        nodes.forEach(
                (place, node) ->
                        modules.computeIfAbsent(place.module(), key -> new ArrayList<>())
                                .add(labelled(node)));
        return modules.entrySet().stream()
                .map(module -> new MibModule(module.getKey(), module.getValue(), List.of()))
                .toList();
    }

    private MibNode labelled(MibNode node) {
        Map<Integer, String> known = words.getOrDefault(node.oid(), Map.of());
        return known.isEmpty()
                ? node
                : new MibNode(
                        node.oid(),
                        node.name(),
                        node.kind(),
                        node.syntax(),
                        new Labels(false, new TreeMap<>(known)),
                        node.objects());
    }
}
