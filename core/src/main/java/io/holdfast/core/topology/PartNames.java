package io.holdfast.core.topology;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the part that a person means, where only one fits. */
final class PartNames {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private PartNames() {}

    /** The part of this name, or of this name in other letters and signs. */
    static <T> Optional<T> named(String wanted, Collection<T> parts, Function<T, String> nameOf) {
        String plain = plain(wanted);
        return only(parts, part -> nameOf.apply(part).equals(wanted))
                .or(() -> only(parts, part -> plain(nameOf.apply(part)).equals(plain)));
    }

    /**
     * The part of this name, or else of these numbers: {@code PS1} is {@code Power Supply 1}, and
     * the bare number 4 is {@code PDU 1 outlet 4}.
     */
    static <T> Optional<T> numbered(
            String wanted, Collection<T> parts, Function<T, String> nameOf) {
        List<Integer> numbers = numbers(wanted);
        boolean bare = wanted.chars().allMatch(Character::isDigit);
        // What is metered is listed once more as such.
        Predicate<T> fits =
                part -> {
                    List<Integer> its = numbers(nameOf.apply(part));
                    boolean same = its.equals(numbers);
                    boolean last =
                            bare && !its.isEmpty() && its.getLast().equals(numbers.getLast());
                    return (same || last) && !nameOf.apply(part).contains("metered");
                };
        return named(wanted, parts, nameOf)
                .or(() -> numbers.isEmpty() ? Optional.empty() : only(parts, fits));
    }

    private static <T> Optional<T> only(Collection<T> parts, Predicate<T> fits) {
        List<T> fitting = parts.stream().filter(fits).limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static List<Integer> numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }
}
