package io.holdfast.mibs.line;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.ValueType;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values that maps and scripts share. */
final class LineValues {

    static final Texts<Part> PART =
            new Texts<>("a part as kind:name, such as feed:input or psu:PS1", Part::parse);

    static final Texts<Meaning> MEANING =
            new Texts<>(
                    "ok, degraded, failed, absent or ignore, and words for people behind it",
                    Meaning::parse);

    static final Texts<String> LINE =
            new Texts<>("line parameters such as 9600-8N1", LineValues::line);

    static final Words<Kind> KIND = Words.of(Kind.class);

    static final ValueType<Double> NUMBER = new AnyNumber();

    private static final Pattern LINE_FORM =
            Pattern.compile("\\d{2,7}-[78][NEO][12](|-rtscts|-xonxoff)");
    private static final Pattern NAME_FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    static final Texts<String> READING_NAME =
            new Texts<>(
                    "a name of lower-case letters, digits and _",
                    text -> Optional.of(text).filter(NAME_FORM.asMatchPredicate()));

    private LineValues() {}

    /** A section's {@code reading}, if there is one. */
    static Optional<Measure> measure(Section part) {
        return part.optionalSection("reading").flatMap(LineValues::reading);
    }

    /** A reading: its name, its unit, how the device's number becomes one, and its limits. */
    static Optional<Measure> reading(Section reading) {
        Optional<String> name = reading.required("name", READING_NAME);
        Optional<Unit> unit = reading.required("unit", Words.of(Unit.class));
        double scale = reading.value("scale", NUMBER, 1.0);
        double offset = reading.value("offset", NUMBER, 0.0);
        Limits limits =
                new Limits(
                        limit(reading, "low-critical"),
                        limit(reading, "low-warning"),
                        limit(reading, "high-warning"),
                        limit(reading, "high-critical"));
        return name.isEmpty() || unit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measure(name.get(), unit.get(), scale, offset, limits));
    }

    /** A file's {@code groups}. */
    static SortedMap<String, Cover> covers(Section top) {
        return top.optionalSection("groups")
                .map(
                        groups ->
                                groups.sections(
                                        group -> {
                                            var needed =
                                                    group.required("needed", Counts.between(1, 64));
                                            var members = group.list("members", PART, 1, 64);
                                            return needed.map(n -> new Cover(n, members));
                                        }))
                .orElseGet(TreeMap::new);
    }

    private static OptionalDouble limit(Section reading, String key) {
        return reading.value(key, NUMBER).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static Optional<String> line(String text) {
        return Optional.of(text).filter(LINE_FORM.asMatchPredicate());
    }

    /** A number, with or without a fraction. */
    private record AnyNumber() implements ValueType<Double> {

        private static final Pattern FORM = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

        @Override
        public String expected() {
            return "a number such as 0.1";
        }

        @Override
        public Parsed<Double> read(Node.Scalar scalar) {
            boolean number =
                    scalar.form() == Node.Form.INTEGER || scalar.form() == Node.Form.DECIMAL;
            return number && FORM.matcher(scalar.text()).matches()
                    ? new Parsed.Good<>(Double.parseDouble(scalar.text()))
                    : Parsed.badUnquoted(expected(), scalar);
        }
    }
}
