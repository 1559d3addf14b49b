package io.holdfast.core.situation;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Who depends on how many of whom: an immutable graph of components and groups, both numbered.
 *
 * <p>A group is an edge of the graph: the component that it carries requires {@code needed} of its
 * members. A group whose carrying edge would close a circle keeps its members and carries nothing;
 * it is listed in {@link #circular()}.
 */
public final class Topology {

    /** What a group carries that carries nothing. */
    public static final int NOTHING = -1;

    private final List<ComponentId> components;
    private final Map<ComponentId, Integer> indexOf;
    private final List<RedundancyGroup> groups;
    private final int[][] members;
    private final int[] carries;
    private final int[][] groupsOf;
    private final int[][] carriedBy;
    private final int[] rank;
    private final List<GroupId> circular;

    private Topology(Collection<ComponentId> extra, Collection<RedundancyGroup> declared) {
        TreeSet<ComponentId> all = new TreeSet<>(extra);
        for (RedundancyGroup group : declared) {
            all.addAll(group.members());
            group.carries().ifPresent(all::add);
        }
        components = List.copyOf(all);
        indexOf = HashMap.newHashMap(components.size());
        for (int i = 0; i < components.size(); i++) {
            indexOf.put(components.get(i), i);
        }
        groups = List.copyOf(declared);
        members = new int[groups.size()][];
        carries = new int[groups.size()];
        for (int g = 0; g < members.length; g++) {
            RedundancyGroup group = groups.get(g);
            members[g] = group.members().stream().mapToInt(this::known).toArray();
            carries[g] = group.carries().map(this::known).orElse(NOTHING);
        }
        groupsOf = invert();
        carriedBy = invertCarries();
        Ranking ranking = new Ranking(components.size(), members, carries, carriedBy);
        rank = ranking.rank();
        circular = ranking.cut().stream().map(g -> groups.get(g).id()).toList();
    }

    /** The graph of these groups, with components that belong to none. */
    public static Topology of(
            Collection<ComponentId> components, Collection<RedundancyGroup> groups) {
        return new Topology(components, groups);
    }

    /** All components, in order; a component's number is its place in this list. */
    public List<ComponentId> components() {
        return components;
    }

    /** All groups; a group's number is its place in this list. */
    public List<RedundancyGroup> groups() {
        return groups;
    }

    /** The number of a component, or empty where the graph does not know it. */
    public OptionalInt indexOf(ComponentId component) {
        Integer index = indexOf.get(component);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The groups that carry nothing because the component they carry depends on itself. */
    public List<GroupId> circular() {
        return circular;
    }

    /** The members of a group. */
    public int[] members(int group) {
        return members[group];
    }

    /** The component that a group carries, or {@link #NOTHING}. */
    public int carries(int group) {
        return carries[group];
    }

    /** The groups of which a component is a member. */
    public int[] groupsOf(int component) {
        return groupsOf[component];
    }

    /** The groups that carry a component: it requires each of them. */
    public int[] carriedBy(int component) {
        return carriedBy[component];
    }

    /** A number higher than that of everything that a component requires. */
    public int rank(int component) {
        return rank[component];
    }

    private int known(ComponentId component) {
        return indexOf(component).orElseThrow();
    }

    private int[][] invert() {
        List<List<Integer>> lists = lists();
        for (int g = 0; g < members.length; g++) {
            for (int member : members[g]) {
                lists.get(member).add(g);
            }
        }
        return arrays(lists);
    }

    private int[][] invertCarries() {
        List<List<Integer>> lists = lists();
        for (int g = 0; g < carries.length; g++) {
            if (carries[g] != NOTHING) {
                lists.get(carries[g]).add(g);
            }
        }
        return arrays(lists);
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>(components.size());
        for (int i = 0; i < components.size(); i++) {
            lists.add(new ArrayList<>(1));
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        int[][] arrays = new int[lists.size()][];
        Arrays.setAll(arrays, i -> lists.get(i).stream().mapToInt(Integer::intValue).toArray());
        return arrays;
    }
}
