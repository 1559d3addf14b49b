package io.holdfast.mibs.names;

import io.holdfast.mibs.object.Oid;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of many modules, looked up both ways.
 *
 * <p>Where two modules name one place, the one that says more of it is asked: an object before a
 * mere place, then the first by the module's name.
 */
public final class MibNames {

    /** No names at all. */
    public static final MibNames NONE = new MibNames(List.of());

    /**
     * A node and the module that has it.
     *
     * @param module the module's name
     */
    public record Named(String module, MibNode node) {

        /** As it is usually written: {@code IF-MIB::ifOperStatus}. */
        public String fullName() {
            return module + "::" + node.name();
        }
    }

    /**
     * What is known of an identifier.
     *
     * @param named the nearest node at or above it
     * @param rest the arcs below that node, the instance's index
     */
    public record Found(Named named, Oid rest) {

        /** As it is usually written: {@code IF-MIB::ifOperStatus.3}. */
        public String text() {
            return rest.length() == 0 ? named.fullName() : named.fullName() + "." + rest;
        }

        /** Whether the node is one that has instances, or is meant itself. */
        public boolean exact() {
            return switch (named.node().kind()) {
                case SCALAR, COLUMN -> true;
                case NODE, TABLE, ROW, NOTIFICATION -> rest.length() == 0;
            };
        }
    }

    private final Map<Oid, Named> byOid = new HashMap<>();
    private final Map<String, Named> byName = new HashMap<>();
    private final List<MibModule> modules;

    public MibNames(Collection<MibModule> modules) {
        this.modules = modules.stream().sorted(Comparator.comparing(MibModule::name)).toList();
        for (MibModule module : this.modules) {
            for (MibNode node : module.nodes()) {
                Named named = new Named(module.name(), node);
                byOid.merge(node.oid(), named, MibNames::better);
                byName.merge(node.name(), named, MibNames::better);
                byName.merge(named.fullName(), named, MibNames::better);
            }
        }
    }

    private static Named better(Named one, Named other) {
        boolean place = one.node().kind() == NodeKind.NODE;
        return place && other.node().kind() != NodeKind.NODE ? other : one;
    }

    /** All modules in the order of their names. */
    public List<MibModule> modules() {
        return modules;
    }

    /** What is known of an identifier; empty where nothing above it has a name. */
    public Optional<Found> find(Oid oid) {
        for (int length = oid.length(); length > 0; length--) {
            Named named = byOid.get(oid.upTo(length));
            if (named != null) {
                return Optional.of(new Found(named, oid.from(length)));
            }
        }
        return Optional.empty();
    }

    /**
     * What a text names: a name as {@code ifOperStatus.3} or {@code IF-MIB::ifOperStatus.3}, or an
     * identifier in numbers.
     */
    public Optional<Found> find(String text) {
        int modulesEnd = Math.max(0, text.indexOf("::"));
        int dot = text.indexOf('.', modulesEnd);
        String name = dot < 0 ? text : text.substring(0, dot);
        Named named = byName.get(name);
        try {
            if (named == null) {
                return find(Oid.parse(text));
            }
            Oid rest = dot < 0 ? Oid.ROOT : Oid.parse(text.substring(dot));
            boolean fits = named.node().oid().length() + rest.length() <= Oid.MOST_ARCS;
            return fits ? Optional.of(new Found(named, rest)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of an instance of an object, if its object is known. */
    public Optional<String> instance(String oid) {
        if (byOid.isEmpty() || !oid.startsWith("1.")) {
            return Optional.empty();
        }
        try {
            return find(Oid.parse(oid)).filter(Found::exact).map(Found::text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The word of a value of the object of which this is an instance. */
    public Optional<String> word(String oid, String value) {
        if (byOid.isEmpty() || !value.matches("-?[0-9]{1,10}")) {
            return Optional.empty();
        }
        try {
            return find(Oid.parse(oid))
                    .filter(Found::exact)
                    .map(found -> found.named().node().labels())
                    .filter(labels -> !labels.bits())
                    .flatMap(labels -> labels.word(Long.parseLong(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
