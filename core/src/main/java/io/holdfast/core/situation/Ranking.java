package io.holdfast.core.situation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers components so that each comes after everything that it requires, and cuts the carrying
 * edges for which that cannot be.
 *
 * <p>Kahn's algorithm. Where it gets stuck, every remaining group whose carried component and at
 * least one member both remain lies on, or behind, a circle; the first of them is cut and the walk
 * goes on. Cutting clears the group's place in {@code carries}.
 */
final class Ranking {

    private final int[] rank;
    private final List<Integer> cut = new ArrayList<>();

    Ranking(int components, int[][] members, int[] carries, int[][] carriedBy) {
        rank = new int[components];
        int[] waiting = new int[components];
        int[][] dependants = dependants(components, members, carries, waiting);
        boolean[] done = new boolean[components];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int c = 0; c < components; c++) {
            if (waiting[c] == 0) {
                ready.add(c);
            }
        }
        int next = 0;
        int from = 0;
        while (next < components) {
            Integer component = ready.poll();
            if (component == null) {
                from = cutNext(from, members, carries, waiting, done, ready);
                continue;
            }
            if (done[component]) {
                continue;
            }
            done[component] = true;
            rank[component] = next++;
            for (int group : dependants[component]) {
                int carried = carries[group];
                if (carried != Topology.NOTHING && --waiting[carried] == 0) {
                    ready.add(carried);
                }
            }
        }
        for (int c = 0; c < components; c++) {
            int component = c;
            carriedBy[c] =
                    Arrays.stream(carriedBy[c]).filter(g -> carries[g] == component).toArray();
        }
    }

    int[] rank() {
        return rank;
    }

    List<Integer> cut() {
        return cut;
    }

    private int cutNext(
            int from,
            int[][] members,
            int[] carries,
            int[] waiting,
            boolean[] done,
            ArrayDeque<Integer> ready) {
        for (int g = from; g < carries.length; g++) {
            int carried = carries[g];
            if (carried == Topology.NOTHING || done[carried]) {
                continue;
            }
            int open = 0;
            for (int member : members[g]) {
                open += done[member] ? 0 : 1;
            }
            if (open > 0) {
                cut.add(g);
                carries[g] = Topology.NOTHING;
                waiting[carried] -= open;
                if (waiting[carried] == 0) {
                    ready.add(carried);
                }
                return g + 1;
            }
        }
        throw new IllegalStateException("no circle left to cut, yet components remain");
    }

    /** For each component the groups that wait for it, and for each how many members it awaits. */
    private static int[][] dependants(
            int components, int[][] members, int[] carries, int[] waiting) {
        List<List<Integer>> lists = new ArrayList<>(components);
        for (int c = 0; c < components; c++) {
            lists.add(new ArrayList<>(1));
        }
        for (int g = 0; g < members.length; g++) {
            if (carries[g] == Topology.NOTHING) {
                continue;
            }
            for (int member : members[g]) {
                lists.get(member).add(g);
                waiting[carries[g]]++;
            }
        }
        int[][] arrays = new int[components][];
        Arrays.setAll(arrays, c -> lists.get(c).stream().mapToInt(Integer::intValue).toArray());
        return arrays;
    }
}
