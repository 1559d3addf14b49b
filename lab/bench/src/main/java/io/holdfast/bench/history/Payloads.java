package io.holdfast.bench.history;

import io.holdfast.collector.history.Subjects;
import io.holdfast.collector.reading.Block;
import io.holdfast.collector.reading.Stat;
import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Statements;
import io.holdfast.core.component.HostId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows of readings as real hosts have them: half of the series stand still, as counters of errors
 * do, a quarter moves in whole steps, as temperatures do, a quarter wanders, as fans and volts do.
 *
 * <p>Packing a row costs more than writing it, so a host's row is packed anew only for one host in
 * {@value #REAL_EVERY}; the others get one of {@value #POOL} rows of the same make and size.
 */
final class Payloads {

    private static final int REAL_EVERY = 100;
    private static final int POOL = 200;

    private final int series;
    private final Map<Step, List<byte[]>> pool = new EnumMap<>(Step.class);

    Payloads(int series) {
        this.series = series;
    }

    int series() {
        return series;
    }

    byte[] of(Statements sql, Subjects subjects, HostId host, Step step, Random random)
            throws SQLException {
        List<byte[]> made = pool.computeIfAbsent(step, key -> new ArrayList<>());
        boolean real = Integer.parseInt(host.host().substring(1)) % REAL_EVERY == 0;
        if (!real && made.size() == POOL) {
            return made.get(random.nextInt(POOL));
        }
        byte[] payload = pack(sql, subjects, host, step, random);
        if (made.size() < POOL) {
            made.add(payload);
        }
        return payload;
    }

    private byte[] pack(Statements sql, Subjects subjects, HostId host, Step step, Random random)
            throws SQLException {
        int samples = (int) (step.length().toSeconds() / Step.MINUTE.length().toSeconds());
        Block block = new Block();
        for (int s = 0; s < series; s++) {
            long number = subjects.subject(sql, host, "disk:sd" + s + "|value|celsius");
            double level = 20 + s;
            for (int slot = 0; slot < step.slots(); slot++) {
                block.add(number, slot, stat(s, level, samples, random));
            }
        }
        return block.bytes();
    }

    private static Stat stat(int series, double level, int samples, Random random) {
        return switch (series % 4) {
            case 0, 1 -> new Stat(0, 0, 0, samples);
            case 2 -> {
                double whole = level + random.nextInt(3);
                yield new Stat(whole, whole + (samples > 1 ? 1 : 0), whole, samples);
            }
            default -> {
                double mean = level + random.nextInt(1000) / 100.0;
                yield new Stat(mean - samples / 60.0, mean + samples / 60.0, mean, samples);
            }
        };
    }
}
