package io.holdfast.mibs.profile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a field's value is judged.
 *
 * @param of the field
 * @param values what numbers mean
 * @param texts what texts mean; the pattern matches the whole text, in any case
 * @param set what a set bit means, by its number
 * @param clear what a bit that is not set means
 * @param noBits what it means that no bit of {@code set} is
 * @param otherwise what any other value means
 * @param when the rule applies only where these fields match
 */
public record StateRule(
        String of,
        NumberMap<Verdict> values,
        Map<String, TextMeaning> texts,
        NumberMap<Verdict> set,
        NumberMap<Verdict> clear,
        Optional<Verdict> noBits,
        Verdict otherwise,
        Map<String, Pattern> when) {

    public StateRule {
        texts = Map.copyOf(texts);
        when = Map.copyOf(when);
    }

    /** What a text means. */
    public record TextMeaning(Pattern pattern, Verdict verdict) {}

    /** Whether the field is a mask of bits. */
    public boolean mask() {
        return !set.entries().isEmpty() || !clear.entries().isEmpty();
    }
}
