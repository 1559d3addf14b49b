package io.holdfast.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody who wrote an unknown word most likely meant. */
public final class Suggestion {

    /** Longer words are no typing mistake of ours, and comparing them costs. */
    private static final int LONGEST_COMPARED = 64;

    /** A shorter beginning may be that of anything. */
    private static final int SHORTEST_FORM = 4;

    /** More words than this help nobody. */
    public static final int MOST_NEAR = 3;

    private Suggestion() {}

    /**
     * The nearest of the known words, if it is near enough: a third of its letters may differ, or
     * it is the only one that the unknown word is a short form of.
     */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        return near(unknown, known).stream().findFirst().or(() -> shortFormOf(unknown, known));
    }

    private static Optional<String> shortFormOf(String unknown, Collection<String> known) {
        String lower = plain(unknown);
        if (lower.length() < SHORTEST_FORM) {
            return Optional.empty();
        }
        List<String> longer = known.stream().filter(word -> word.startsWith(lower)).toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    private static String plain(String unknown) {
        return unknown.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The known words that are near enough, the nearest first, at most {@value #MOST_NEAR}. */
    public static List<String> near(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST_COMPARED) {
            return List.of();
        }
        String lower = plain(unknown);
        return known.stream()
                .filter(word -> distance(lower, word) <= Math.max(1, word.length() / 3))
                .sorted(
                        Comparator.comparingInt((String word) -> distance(lower, word))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NEAR)
                .toList();
    }

    /** Edits between two words; swapping two neighbours is one edit (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
