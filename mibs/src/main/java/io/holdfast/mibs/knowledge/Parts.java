package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Anchor;
import io.holdfast.mibs.profile.Profile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All parts of one device, found again by name, by the row they come from and by their
 * entPhysicalIndex. For one thread.
 */
final class Parts {

    /** More parts than this are not looked at. */
    static final int MOST_PARTS = 8192;

    private final Answers answers;
    private final Map<ComponentId, Part> byId = new LinkedHashMap<>();
    private final Map<Part.Origin, Part> byOrigin = new LinkedHashMap<>();
    private final Map<Long, Part> byEntity = new HashMap<>();
    private final Map<EntityKind, Part> byEntityKind = new HashMap<>();
    private final Set<EntityKind> empty = new HashSet<>();

    private record EntityKind(long entity, Kind kind) {}

    Parts(Answers answers) {
        this.answers = answers;
    }

    Collection<Part> all() {
        return byId.values();
    }

    Map<Part.Origin, Part> origins() {
        return byOrigin;
    }

    boolean full() {
        return byId.size() >= MOST_PARTS;
    }

    /** The same part, as another profile already told of it. */
    Optional<Part> same(ComponentId id, Optional<Long> entity, Profile profile) {
        Optional<Part> byNumber =
                entity.map(e -> byEntityKind.get(new EntityKind(e, id.kind())))
                        .filter(part -> !part.from(profile));
        return byNumber.or(
                () ->
                        Optional.ofNullable(byId.get(id))
                                .filter(part -> !part.from(profile) || id.kind() == Kind.HOST));
    }

    boolean taken(ComponentId id) {
        return byId.containsKey(id);
    }

    /** Notes that a profile of a higher level knows this bay to be empty. */
    void markEmpty(Optional<Long> entity, Kind kind) {
        entity.ifPresent(e -> empty.add(new EntityKind(e, kind)));
    }

    boolean knownEmpty(Optional<Long> entity, Kind kind) {
        return entity.filter(e -> empty.contains(new EntityKind(e, kind))).isPresent();
    }

    void add(Part part, Part.Origin origin, Optional<Long> entity) {
        byId.putIfAbsent(part.id(), part);
        byOrigin.put(origin, part);
        entity.ifPresent(
                e -> {
                    byEntity.putIfAbsent(e, part);
                    byEntityKind.putIfAbsent(new EntityKind(e, part.kind()), part);
                });
    }

    void remove(Part part) {
        byId.remove(part.id());
        byOrigin.values().removeIf(other -> other == part);
        byEntity.values().removeIf(other -> other == part);
        byEntityKind.values().removeIf(other -> other == part);
    }

    /** The part that an anchor of a row means. */
    Optional<Part> find(Anchor anchor, Row row, Profile profile) {
        Optional<Oid> at =
                anchor.index().isPresent()
                        ? anchor.index().flatMap(i -> i.fillOid(row.index(), row::text))
                        : Optional.of(Oid.ROOT);
        Optional<Part> byRow = at.flatMap(index -> find(profile, anchor, index));
        return byRow.or(
                () ->
                        anchor.entity()
                                .flatMap(e -> e.fillOid(row.index(), row::text))
                                .filter(e -> e.length() == 1)
                                .flatMap(e -> climb(e.arc(0))));
    }

    private Optional<Part> find(Profile profile, Anchor anchor, Oid index) {
        return anchor.components().stream()
                .map(rule -> byOrigin.get(new Part.Origin(profile.name(), rule, index)))
                .flatMap(part -> Optional.ofNullable(part).stream())
                .findFirst();
    }

    private Optional<Part> climb(long entity) {
        return new Containment(answers)
                .chain(entity).stream()
                        .flatMap(each -> Optional.ofNullable(byEntity.get(each)).stream())
                        .findFirst();
    }
}
