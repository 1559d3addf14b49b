package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads how a field's value is judged.
 *
 * @param reader knows the fields
 * @param fields where they come from
 */
record StateReader(FieldsReader reader, Fields fields) {

    Optional<StateRule> read(Section section) {
        Optional<String> of = section.required("of", ProfileTypes.FIELD);
        of.ifPresent(field -> reader.require(section, "of", fields, Set.of(field)));
        StateRule rule =
                new StateRule(
                        of.orElse(""),
                        NumberKeys.read(section.section("values"), ProfileTypes.VERDICT),
                        texts(section.section("texts")),
                        NumberKeys.read(section.section("bits"), ProfileTypes.VERDICT),
                        NumberKeys.read(section.section("clear-bits"), ProfileTypes.VERDICT),
                        section.value("no-bits", ProfileTypes.VERDICT),
                        section.value("otherwise", ProfileTypes.VERDICT, Verdict.UNKNOWN),
                        section.section("when").values(ProfileTypes.PATTERN));
        reader.require(section, "when", fields, rule.when().keySet());
        boolean judges =
                rule.mask() || !rule.values().entries().isEmpty() || !rule.texts().isEmpty();
        if (!judges) {
            section.problem("of", "expected 'values', 'texts', 'bits' or 'clear-bits', found none");
        }
        return of.map(field -> rule);
    }

    private static Map<String, StateRule.TextMeaning> texts(Section section) {
        Map<String, StateRule.TextMeaning> texts = new TreeMap<>();
        section.values(ProfileTypes.VERDICT)
                .forEach(
                        (key, verdict) -> {
                            Optional<Pattern> pattern = pattern(section, key);
                            pattern.ifPresent(
                                    p -> texts.put(key, new StateRule.TextMeaning(p, verdict)));
                        });
        return texts;
    }

    private static Optional<Pattern> pattern(Section section, String key) {
        try {
            return Optional.of(Pattern.compile(key, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        } catch (java.util.regex.PatternSyntaxException e) {
            section.problem(key, "expected a regular expression");
            return Optional.empty();
        }
    }
}
