package io.holdfast.mibs.smi;

import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibType;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.smi.Definition.Arc;
import io.holdfast.mibs.smi.Definition.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what names stand for: in the module itself, in the module that it imports them from, and,
 * because vendors forget to import and import from the wrong one, in any other.
 */
final class Scope {

    /** No chain of names is longer; a longer one runs in a circle. */
    private static final int DEEPEST = 2 * Oid.MOST_ARCS;

    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Oid> anyPlace = new HashMap<>();
    private final Map<String, Labels> anyType = new HashMap<>();
    private final Map<String, String> anyText = new HashMap<>();
    private final Map<Key, Optional<Oid>> places = new HashMap<>();

    private record Key(String module, String name) {}

    private record Texts(
            ModuleText text,
            Map<String, Definition.Node> nodes,
            Map<String, Definition.Type> types) {}

    private record Known(Map<String, Oid> places, Map<String, Labels> types) {}

    /**
     * @param known modules that are read already; where two know a name, the first is asked
     */
    Scope(List<ModuleText> fresh, List<MibModule> known) {
        for (ModuleText text : fresh) {
            Texts content = new Texts(text, new HashMap<>(), new HashMap<>());
            for (Definition definition : text.definitions()) {
                switch (definition) {
                    case Definition.Node node -> content.nodes().putIfAbsent(node.name(), node);
                    case Definition.Type type -> content.types().putIfAbsent(type.name(), type);
                    case Definition.Trap trap -> {}
                }
            }
            texts.put(text.name(), content);
            content.nodes().keySet().forEach(name -> anyText.putIfAbsent(name, text.name()));
            content.types().keySet().forEach(name -> anyText.putIfAbsent(name, text.name()));
        }
        for (MibModule module : known) {
            Known content = new Known(new HashMap<>(), new HashMap<>());
            module.nodes().forEach(node -> content.places().putIfAbsent(node.name(), node.oid()));
            module.types().forEach(type -> content.types().put(type.name(), labels(type)));
            this.known.putIfAbsent(module.name(), content);
            content.places().forEach(anyPlace::putIfAbsent);
            content.types().forEach(anyType::putIfAbsent);
        }
    }

    private static Labels labels(MibType type) {
        return type.labels();
    }

    /** Whether a module of this name is there. */
    boolean has(String module) {
        return texts.containsKey(module) || known.containsKey(module);
    }

    /** The place of a definition. */
    Optional<Oid> place(ModuleText module, Definition.Node node) {
        return place(module, node.place(), 0);
    }

    /** The place of a name, as this module means it. */
    Optional<Oid> place(ModuleText module, String name) {
        return place(module, name, 0);
    }

    private Optional<Oid> place(ModuleText module, String name, int depth) {
        Key key = new Key(module.name(), name);
        Optional<Oid> before = places.get(key);
        if (before != null) {
            return before;
        }
        // Whoever comes here again for the same name runs in a circle.
        places.put(key, Optional.empty());
        Optional<Oid> found = depth > DEEPEST ? Optional.empty() : look(module, name, depth + 1);
        places.put(key, found);
        return found;
    }

    private Optional<Oid> look(ModuleText module, String name, int depth) {
        Texts own = texts.get(module.name());
        Definition.Node node = own == null ? null : own.nodes().get(name);
        if (node != null) {
            return place(module, node.place(), depth);
        }
        return elsewhere(
                module,
                name,
                text -> place(text, name, depth),
                content -> Optional.ofNullable(content.places().get(name)),
                anyPlace);
    }

    private Optional<Oid> place(ModuleText module, List<Arc> arcs, int depth) {
        Optional<Oid> place = Optional.of(Oid.ROOT);
        for (int i = 0; i < arcs.size() && place.isPresent(); i++) {
            Arc arc = arcs.get(i);
            Oid above = place.get();
            Optional<Oid> below =
                    above.length() < Oid.MOST_ARCS
                            ? arc.number().map(above::child)
                            : Optional.empty();
            boolean first = i == 0;
            place =
                    first && !arc.name().isEmpty()
                            ? place(module, arc.name(), depth).or(() -> below)
                            : below.or(() -> place(module, arc.name(), depth));
        }
        return place.filter(oid -> oid.length() > 0);
    }

    /** The words of a type as this module writes it. */
    Labels labels(ModuleText module, Syntax syntax) {
        return labels(module, syntax, 0);
    }

    private Labels labels(ModuleText module, Syntax syntax, int depth) {
        return syntax.labels().isEmpty()
                ? type(module, syntax.base(), depth + 1).orElse(Labels.NONE)
                : syntax.labels();
    }

    /** Whether a type of this name is known here. */
    boolean knowsType(ModuleText module, String name) {
        return type(module, name, 0).isPresent();
    }

    private Optional<Labels> type(ModuleText module, String name, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        Texts own = texts.get(module.name());
        Definition.Type type = own == null ? null : own.types().get(name);
        if (type != null) {
            return Optional.of(labels(module, type.syntax(), depth));
        }
        return elsewhere(
                module,
                name,
                text -> type(text, name, depth + 1),
                content -> Optional.ofNullable(content.types().get(name)),
                anyType);
    }

    private <T> Optional<T> elsewhere(
            ModuleText module,
            String name,
            Function<ModuleText, Optional<T>> inText,
            Function<Known, Optional<T>> inKnown,
            Map<String, T> any) {
        String from = module.imports().getOrDefault(name, "");
        Texts text = texts.get(from);
        Known content = known.get(from);
        Optional<T> imported =
                text != null && !from.equals(module.name())
                        ? inText.apply(text.text())
                        : content == null ? Optional.empty() : inKnown.apply(content);
        return imported.or(() -> Optional.ofNullable(any.get(name)))
                .or(
                        () ->
                                Optional.ofNullable(anyText.get(name))
                                        .filter(other -> !other.equals(module.name()))
                                        .map(texts::get)
                                        .flatMap(other -> inText.apply(other.text())));
    }
}
