package io.holdfast.core;

import static io.holdfast.core.Things.HOST;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Graphs at random for tests of laws. */
public final class Graphs {

    private Graphs() {}

    /** Layers, each carried by groups of the ones before. */
    public static Topology layered(Random random) {
        int components = 4 + random.nextInt(14);
        List<ComponentId> ids = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            ids.add(HOST.component(Kind.SERVICE, "s" + c));
        }
        List<RedundancyGroup> groups = new ArrayList<>();
        for (int g = 0; g < 2 + random.nextInt(10); g++) {
            int carried = 1 + random.nextInt(components - 1);
            TreeSet<ComponentId> members = new TreeSet<>();
            for (int m = 0; m < 1 + random.nextInt(3); m++) {
                members.add(ids.get(random.nextInt(carried)));
            }
            groups.add(
                    new RedundancyGroup(
                            new GroupId(HOST, "g" + g),
                            Kind.SERVICE,
                            members,
                            1 + random.nextInt(members.size()),
                            Optional.of(ids.get(carried)),
                            Optional.empty()));
        }
        return Topology.of(ids, groups);
    }
}
