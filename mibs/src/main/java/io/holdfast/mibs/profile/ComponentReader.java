package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how rows become components.
 *
 * @param reader knows the fields that every rule may use
 */
record ComponentReader(FieldsReader reader) {

    Optional<ComponentRule> read(Section section) {
        Fields fields = reader.read(section);
        Optional<Kind> kind = section.value("kind", ProfileTypes.KIND);
        Optional<Template> name = section.value("name", ProfileTypes.TEMPLATE);
        Optional<Template> entity = section.value("entity", ProfileTypes.TEMPLATE);
        Optional<Anchor> parent = anchor(section, "parent", fields);
        Optional<Anchor> addsTo = anchor(section, "adds-to", fields);
        Map<String, Template> attributes =
                section.section("attributes").values(ProfileTypes.TEMPLATE);
        name.ifPresent(n -> reader.require(section, "name", fields, n.fields()));
        entity.ifPresent(e -> reader.require(section, "entity", fields, e.fields()));
        attributes.forEach((k, t) -> reader.require(section, "attributes", fields, t.fields()));
        if (!section.has("kind") && !section.has("adds-to")) {
            section.problem("kind", "expected a 'kind', or 'adds-to', found neither");
        }
        if (name.isEmpty() && kind.isPresent() && kind.get() != Kind.HOST) {
            section.problem("name", "expected a name for each " + kind.get().word());
        }
        if (attributes.size() > Component.MOST_ATTRIBUTES) {
            section.problem("attributes", "expected at most " + Component.MOST_ATTRIBUTES);
            attributes = Map.of();
        }
        StateReader states = new StateReader(reader, fields);
        ReadingReader readings = new ReadingReader(reader, fields);
        return Optional.of(
                new ComponentRule(
                        kind,
                        fields,
                        name.orElse(new Template("", List.of())),
                        entity,
                        parent,
                        addsTo,
                        attributes,
                        section.section("states").sections(states::read),
                        section.section("readings").sections(readings::read),
                        section.optionalSection("control")
                                .flatMap(new ControlReader(reader, fields)::read)));
    }

    private Optional<Anchor> anchor(Section section, String key, Fields fields) {
        return section.optionalSection(key).flatMap(s -> anchor(s, fields));
    }

    private Optional<Anchor> anchor(Section section, Fields fields) {
        Optional<Template> entity = section.value("entity", ProfileTypes.TEMPLATE);
        List<String> components = section.list("components", ProfileTypes.FIELD);
        Optional<Template> index = section.value("index", ProfileTypes.TEMPLATE);
        entity.ifPresent(t -> reader.require(section, "entity", fields, t.fields()));
        index.ifPresent(t -> reader.require(section, "index", fields, t.fields()));
        if (entity.isEmpty() && components.isEmpty()) {
            section.problem("entity", "expected an 'entity' or 'components'");
        }
        return Optional.of(new Anchor(entity, components, index));
    }
}
