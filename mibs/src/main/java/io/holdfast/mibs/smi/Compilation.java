package io.holdfast.mibs.smi;

import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.config.yaml.Problems;
import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.mibs.names.MibType;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.names.ShippedNames;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.smi.Definition.Sort;
import io.holdfast.mibs.smi.Definition.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes names of MIB texts: each object gets its place in the tree and the words of its values. */
public final class Compilation {

    /** Where the generic traps of SMIv1 are in SMIv2 (RFC 3584, section 3.1). */
    private static final Oid SNMP_TRAPS = Oid.parse("1.3.6.1.6.3.1.1.5");

    private static final Oid SNMP = Oid.parse("1.3.6.1.2.1.11");

    private final Scope scope;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, Missing> missing = new TreeMap<>();
    private int unplaced;

    private Compilation(Scope scope) {
        this.scope = scope;
    }

    /**
     * Reads texts together; the order does not matter.
     *
     * @param texts the texts by their files' names
     * @param known modules that are there already; one of the same name as a fresh one is not
     *     asked. The top of the tree need not be among them
     */
    public static Compiled of(SortedMap<String, String> texts, List<MibModule> known) {
        List<Problem> problems = new ArrayList<>();
        Map<String, ModuleText> fresh = new LinkedHashMap<>();
        texts.forEach((file, text) -> read(file, text, fresh, problems));
        Stream<MibModule> others =
                known.stream().filter(module -> !fresh.containsKey(module.name()));
        List<MibModule> all = Stream.concat(others, ShippedNames.modules().stream()).toList();
        Compilation compilation = new Compilation(new Scope(List.copyOf(fresh.values()), all));
        compilation.problems.addAll(problems);
        List<MibModule> modules = fresh.values().stream().map(compilation::module).toList();
        return new Compiled(
                modules,
                compilation.problems,
                List.copyOf(compilation.missing.values()),
                compilation.unplaced);
    }

    private static void read(
            String file, String text, Map<String, ModuleText> fresh, List<Problem> problems) {
        Problems ofFile = new Problems();
        for (ModuleText module : SmiParser.parse(file, text, ofFile)) {
            ModuleText before = fresh.putIfAbsent(module.name(), module);
            if (before != null) {
                ofFile.add(
                        Position.startOf(file),
                        "the module "
                                + module.name()
                                + " is in "
                                + before.file()
                                + " too; this one is not used");
            }
        }
        problems.addAll(ofFile.inOrder());
    }

    private MibModule module(ModuleText text) {
        Problems ofModule = new Problems();
        lookAtImports(text);
        Map<Definition.Node, Oid> places = new LinkedHashMap<>();
        for (Definition definition : text.definitions()) {
            if (definition instanceof Definition.Node node) {
                scope.place(text, node)
                        .ifPresentOrElse(
                                oid -> places.put(node, oid),
                                () ->
                                        unplaced(
                                                text,
                                                node,
                                                node.place().getFirst().name(),
                                                ofModule));
            }
        }
        Map<Oid, NodeKind> kinds = kinds(places);
        List<MibNode> nodes = new ArrayList<>();
        places.forEach((node, oid) -> nodes.add(node(text, node, oid, kinds)));
        List<MibType> types = new ArrayList<>();
        for (Definition definition : text.definitions()) {
            switch (definition) {
                case Definition.Node node -> {}
                case Definition.Trap trap -> trap(text, trap, ofModule).ifPresent(nodes::add);
                case Definition.Type type -> {
                    if (types.size() < MibModule.MOST_TYPES) {
                        types.add(type(text, type));
                    }
                }
            }
        }
        problems.addAll(ofModule.inOrder());
        return new MibModule(text.name(), nodes, types);
    }

    /** Notes each import that is known from nowhere. */
    private void lookAtImports(ModuleText text) {
        text.imports()
                .forEach(
                        (name, from) -> {
                            boolean object = Character.isLowerCase(name.charAt(0));
                            boolean macro = name.equals(name.toUpperCase(Locale.ROOT));
                            boolean found =
                                    object
                                            ? scope.place(text, name).isPresent()
                                            : macro || scope.knowsType(text, name);
                            if (!found && !scope.has(from)) {
                                miss(from, text.name(), name);
                            }
                        });
    }

    private void miss(String module, String neededBy, String name) {
        Missing before =
                missing.getOrDefault(module, new Missing(module, new TreeSet<>(), new TreeSet<>()));
        Set<String> users = new HashSet<>(before.neededBy());
        Set<String> names = new HashSet<>(before.names());
        users.add(neededBy);
        names.add(name);
        missing.put(module, new Missing(module, new TreeSet<>(users), new TreeSet<>(names)));
    }

    /** Tells it only where no missing import is the reason: that one is told once for all. */
    private void unplaced(
            ModuleText text, Definition definition, String parent, Problems ofModule) {
        unplaced++;
        boolean defined =
                text.imports().containsKey(parent)
                        || text.definitions().stream()
                                .anyMatch(other -> other.name().equals(parent));
        if (!defined) {
            ofModule.add(
                    text.position(definition.at()),
                    "expected a known parent of "
                            + definition.name()
                            + ", found '"
                            + parent
                            + "', which is neither defined nor imported");
        }
    }

    private static Map<Oid, NodeKind> kinds(Map<Definition.Node, Oid> places) {
        Map<Oid, NodeKind> kinds = new HashMap<>();
        places.forEach(
                (node, oid) -> {
                    if (node.sort() == Sort.OBJECT) {
                        boolean table = node.syntax().map(Syntax::table).orElse(false);
                        kinds.put(
                                oid,
                                table
                                        ? NodeKind.TABLE
                                        : node.indexed() ? NodeKind.ROW : NodeKind.SCALAR);
                    }
                });
        places.forEach(
                (node, oid) -> {
                    NodeKind above = kinds.get(oid.upTo(oid.length() - 1));
                    if (kinds.get(oid) == NodeKind.SCALAR && above == NodeKind.TABLE) {
                        kinds.put(oid, NodeKind.ROW);
                    }
                });
        places.forEach(
                (node, oid) -> {
                    NodeKind above = kinds.get(oid.upTo(oid.length() - 1));
                    if (kinds.get(oid) == NodeKind.SCALAR && above == NodeKind.ROW) {
                        kinds.put(oid, NodeKind.COLUMN);
                    }
                });
        return kinds;
    }

    private MibNode node(ModuleText text, Definition.Node node, Oid oid, Map<Oid, NodeKind> kinds) {
        return switch (node.sort()) {
            case PLACE -> MibNode.place(oid, node.name());
            case NOTIFICATION ->
                    new MibNode(
                            oid,
                            node.name(),
                            NodeKind.NOTIFICATION,
                            "",
                            Labels.NONE,
                            objects(text, node.objects()));
            case OBJECT ->
                    new MibNode(
                            oid,
                            node.name(),
                            kinds.getOrDefault(oid, NodeKind.SCALAR),
                            node.syntax().map(Compilation::base).orElse(""),
                            node.syntax()
                                    .filter(syntax -> !syntax.table())
                                    .map(syntax -> scope.labels(text, syntax))
                                    .orElse(Labels.NONE),
                            List.of());
        };
    }

    private Optional<MibNode> trap(ModuleText text, Definition.Trap trap, Problems ofModule) {
        Optional<Oid> place =
                scope.place(text, trap.enterprise())
                        .filter(enterprise -> enterprise.length() <= Oid.MOST_ARCS - 2)
                        .map(
                                enterprise ->
                                        enterprise.equals(SNMP)
                                                ? SNMP_TRAPS.child(trap.number() + 1)
                                                : enterprise.child(0, trap.number()));
        if (place.isEmpty()) {
            unplaced(text, trap, trap.enterprise(), ofModule);
        }
        return place.map(
                oid ->
                        new MibNode(
                                oid,
                                trap.name(),
                                NodeKind.NOTIFICATION,
                                "",
                                Labels.NONE,
                                objects(text, trap.objects())));
    }

    private List<Oid> objects(ModuleText text, List<String> names) {
        return names.stream().flatMap(name -> scope.place(text, name).stream()).toList();
    }

    private MibType type(ModuleText text, Definition.Type type) {
        return new MibType(type.name(), base(type.syntax()), scope.labels(text, type.syntax()));
    }

    private static String base(Syntax syntax) {
        return MibModule.isName(syntax.base()) ? syntax.base() : "";
    }
}
