package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Anchor;
import io.holdfast.mibs.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A component while it is put together from what one or more profiles say. For one thread. */
final class Part {

    private final ComponentId id;
    private final Profile profile;
    private final Row row;
    private final Optional<Anchor> parent;
    private final Findings findings = new Findings();
    private final Map<String, String> attributes = new TreeMap<>();
    private Optional<Control> control = Optional.empty();

    /**
     * @param profile the one of the highest level that knows it
     * @param parent what it is part of, as that profile says
     */
    Part(ComponentId id, Profile profile, Row row, Optional<Anchor> parent) {
        this.id = id;
        this.profile = profile;
        this.row = row;
        this.parent = parent;
    }

    /** Where a part comes from: a row of a rule of a profile. */
    record Origin(String profile, String rule, Oid index) {}

    ComponentId id() {
        return id;
    }

    Kind kind() {
        return id.kind();
    }

    Profile profile() {
        return profile;
    }

    /** Whether that profile is the one of the highest level that knows it. */
    boolean from(Profile other) {
        return profile.name().equals(other.name());
    }

    Row row() {
        return row;
    }

    Optional<Anchor> parent() {
        return parent;
    }

    Findings findings() {
        return findings;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Optional<Control> control() {
        return control;
    }

    /** Notes how it is switched; the first profile to know it is believed. */
    void control(Optional<Control> other) {
        control = control.or(() -> other);
    }

    /** Notes a fact; the first profile to know it is believed. */
    void attribute(String name, String value) {
        if (attributes.size() < io.holdfast.core.component.Component.MOST_ATTRIBUTES) {
            PlainNames.of(value).ifPresent(plain -> attributes.putIfAbsent(name, plain));
        }
    }
}
