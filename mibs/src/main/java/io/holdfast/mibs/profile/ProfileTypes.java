package io.holdfast.mibs.profile;

import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.mibs.object.Oid;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The kinds of values that profiles are written in. */
final class ProfileTypes {

    static final ValueType<Oid> OID =
            new Plain<>("an object identifier such as 1.3.6.1.2.1.1.2.0", ProfileTypes::oid);

    static final ValueType<Template> TEMPLATE =
            new Plain<>("a text with places such as {label} or {index:1}", Template::parse);

    static final ValueType<Pattern> PATTERN =
            new Plain<>("a regular expression", ProfileTypes::pattern);

    static final ValueType<String> FIELD =
            new Plain<>("the name of a field", text -> Optional.of(text).filter(Plain::isWord));

    static final ValueType<String> LINE =
            new Plain<>("text", text -> Optional.of(text).filter(t -> !t.isBlank()));

    static final ValueType<Double> NUMBER = new Plain<>("a number", ProfileTypes::number);

    static final ValueType<Integer> WHOLE = new Plain<>("a whole number", ProfileTypes::whole);

    static final ValueType<ReadingRule.Limit> LIMIT =
            new Plain<>("a number or the name of a field", ProfileTypes::limit);

    static final ValueType<GroupRule.Needed> NEEDED =
            new Plain<>(
                    "a number, all-but-one, half or all",
                    text ->
                            switch (text) {
                                case "all-but-one" -> Optional.of(new GroupRule.Needed.AllButOne());
                                case "half" -> Optional.of(new GroupRule.Needed.Half());
                                case "all" -> Optional.of(new GroupRule.Needed.All());
                                case String other -> exactly(other);
                            });

    static final Words<Kind> KIND = Words.of(Kind.class);
    static final Words<Unit> UNIT = Words.of(Unit.class);
    static final Words<Level> LEVEL = Words.of(Level.class);
    static final Words<Verdict> VERDICT = Words.of(Verdict.class);
    static final Words<Redundancy> REDUNDANCY = Words.of(Redundancy.class);

    private ProfileTypes() {}

    private static Optional<Oid> oid(String text) {
        try {
            return Optional.of(Oid.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<ReadingRule.Limit> limit(String text) {
        Optional<ReadingRule.Limit> number = number(text).map(ReadingRule.Limit.Fixed::new);
        return number.isPresent() || !Plain.isWord(text)
                ? number
                : Optional.of(new ReadingRule.Limit.FromField(text));
    }

    private static Optional<GroupRule.Needed> exactly(String text) {
        return text.matches("[1-9]\\d{0,3}")
                ? Optional.of(new GroupRule.Needed.Exactly(Integer.parseInt(text)))
                : Optional.empty();
    }

    /** A value taken as it is written, quoted or not: 1.3 is an identifier as 1.3.6 is. */
    private record Plain<T>(String expected, Function<String, Optional<T>> meaning)
            implements ValueType<T> {

        static boolean isWord(String text) {
            return text.matches("[a-z][a-z0-9-]{0,63}");
        }

        @Override
        public Parsed<T> read(Node.Scalar scalar) {
            Optional<T> value =
                    scalar.form() == Node.Form.NOTHING
                            ? Optional.empty()
                            : meaning.apply(scalar.text());
            return value.<Parsed<T>>map(Parsed.Good::new)
                    .orElseGet(() -> Parsed.bad(expected, scalar));
        }
    }
}
