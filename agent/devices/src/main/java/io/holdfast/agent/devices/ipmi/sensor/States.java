package io.holdfast.agent.devices.ipmi.sensor;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the states of discrete sensors mean: by event/reading type and sensor type, never by name.
 * The table is data beside this class.
 */
public final class States {

    /** Event types from here to below {@link #SPECIFIC} are generic. */
    public static final int REDUNDANCY = 0x0b;

    public static final int SPECIFIC = 0x6f;
    private static final int LAST_GENERIC = 0x0c;

    /** A reading has at most so many states. */
    private static final int MOST_STATES = 15;

    private static final String FILE = "states.txt";
    private static final Map<Integer, State> TABLE = load();

    private States() {}

    /** The states that these bits say, in order of their offsets. */
    public static List<State> of(int sensorType, int eventType, int bits) {
        List<State> states = new ArrayList<>();
        for (int offset = 0; offset < MOST_STATES; offset++) {
            if ((bits >> offset & 1) == 1) {
                states.add(one(sensorType, eventType, offset));
            }
        }
        return states;
    }

    /** The state of one bit; one that only the maker knows is a note. */
    public static State one(int sensorType, int eventType, int offset) {
        boolean generic = eventType <= LAST_GENERIC;
        State known = TABLE.get(key(generic ? 0 : sensorType, eventType, offset));
        if (known != null) {
            return known;
        }
        String what = generic || eventType == SPECIFIC ? "state " : "maker's state ";
        return new State(offset, Meaning.NOTE, what + offset);
    }

    private static int key(int sensorType, int eventType, int offset) {
        return sensorType << 16 | eventType << 8 | offset;
    }

    private static Map<Integer, State> load() {
        Map<Integer, State> table = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(States.class.getResourceAsStream(FILE));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> add(line, table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }

    private static void add(String line, Map<Integer, State> table) {
        String[] words = line.split(" ", 5);
        int sensorType = words[0].equals("**") ? 0 : Octets.ofHex(words[0]).u8(0);
        int eventType = Octets.ofHex(words[1]).u8(0);
        int offset = Integer.parseInt(words[2], 16);
        Meaning meaning = Meaning.valueOf(words[3].toUpperCase(Locale.ROOT));
        table.put(key(sensorType, eventType, offset), new State(offset, meaning, words[4]));
    }
}
