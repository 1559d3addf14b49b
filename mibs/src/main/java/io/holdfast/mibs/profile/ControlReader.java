package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.mibs.object.Oid;
import java.util.Optional;

/**
 * Reads how a component is switched.
 *
 * @param reader knows the fields
 * @param fields where they come from
 */
record ControlReader(FieldsReader reader, Fields fields) {

    private static final String EACH_ROW = "{index}";

    Optional<ControlRule> read(Section section) {
        Optional<ControlRule.Write> off =
                section.requiredSection("off").flatMap(ControlReader::write);
        Optional<ControlRule.Write> on =
                section.requiredSection("on").flatMap(ControlReader::write);
        Optional<Section> says = section.requiredSection("says");
        Optional<Oid> state = says.flatMap(s -> s.required("object", ProfileTypes.OID));
        Optional<Integer> isOff = says.flatMap(s -> s.required("off", ProfileTypes.WHOLE));
        Optional<Integer> isOn = says.flatMap(s -> s.required("on", ProfileTypes.WHOLE));
        Template index =
                section.value("index", ProfileTypes.TEMPLATE)
                        .or(() -> Template.parse(EACH_ROW))
                        .orElseThrow();
        var when = section.section("when").values(ProfileTypes.PATTERN);
        reader.require(section, "index", fields, index.fields());
        reader.require(section, "when", fields, when.keySet());
        if (off.isPresent() && off.equals(on)) {
            section.problem("on", "expected another column or value than for off, found the same");
        }
        if (isOff.isPresent() && isOff.equals(isOn)) {
            section.problem("says", "expected other values for off and on, found the same");
        }
        if (off.isEmpty() || on.isEmpty() || state.isEmpty() || isOff.isEmpty() || isOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ControlRule(
                        off.get(), on.get(), state.get(), isOff.get(), isOn.get(), index, when));
    }

    private static Optional<ControlRule.Write> write(Section section) {
        Optional<Oid> object = section.required("object", ProfileTypes.OID);
        Optional<Integer> value = section.required("value", ProfileTypes.WHOLE);
        return object.flatMap(o -> value.map(v -> new ControlRule.Write(o, v)));
    }
}
