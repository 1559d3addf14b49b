package io.holdfast.bench.graph;

import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.topology.Estate;
import io.holdfast.core.topology.SinglePoints;
import io.holdfast.core.topology.Spof;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The wiring of the graph bench: one JSON line in the end. */
public final class GraphMain {

    private static final int WARM = 3;
    private static final int CHANGES = 20_000;
    private static final double NANOS = 1e6;

    private GraphMain() {}

    /** {@code SPOF_HOSTS SITUATION_HOSTS}. */
    public static void main(String[] arguments) {
        Estate spofs = new DataCentre(Integer.parseInt(arguments[0])).estate();
        Situation small = allWell(spofs);
        double spof = 0;
        int found = 0;
        for (int i = 0; i < WARM; i++) {
            long begin = System.nanoTime();
            List<Spof> all = SinglePoints.of(small, spofs.precious());
            spof = (System.nanoTime() - begin) / NANOS;
            found = all.size();
        }
        long begin = System.nanoTime();
        Estate large = new DataCentre(Integer.parseInt(arguments[1])).estate();
        double assembly = (System.nanoTime() - begin) / NANOS;
        Situation situation = allWell(large);
        double whole = 0;
        for (int i = 0; i < WARM; i++) {
            begin = System.nanoTime();
            situation.evaluate();
            whole = (System.nanoTime() - begin) / NANOS;
        }
        double[] changes = changes(situation);
        System.out.printf(
                Locale.ROOT,
                "{\"spof_hosts\":%s,\"spof_components\":%d,\"spof_ms\":%.0f,\"spofs\":%d,"
                        + "\"components\":%d,\"groups\":%d,\"assembly_ms\":%.0f,"
                        + "\"full_ms\":%.0f,\"change_p50_ms\":%.4f,\"change_p99_ms\":%.4f,"
                        + "\"change_worst_ms\":%.3f}%n",
                arguments[0],
                spofs.topology().components().size(),
                spof,
                found,
                large.topology().components().size(),
                large.topology().groups().size(),
                assembly,
                whole,
                changes[changes.length / 2],
                changes[changes.length * 99 / 100],
                changes[changes.length - 1]);
    }

    /** Fails and mends components at random, feeds and PDUs among them. */
    private static double[] changes(Situation situation) {
        Random random = new Random(1);
        int size = situation.topology().components().size();
        double[] took = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            int component = random.nextInt(size);
            long begin = System.nanoTime();
            situation.say(component, Standing.FAILED);
            took[i] = (System.nanoTime() - begin) / NANOS;
            situation.say(component, Standing.WORKING);
        }
        Arrays.sort(took);
        return took;
    }

    private static Situation allWell(Estate estate) {
        Situation well = new Situation(estate.topology());
        for (int c = 0; c < estate.topology().components().size(); c++) {
            well.say(c, Standing.WORKING);
        }
        return well;
    }
}
