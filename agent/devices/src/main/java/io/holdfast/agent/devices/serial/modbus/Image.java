package io.holdfast.agent.devices.serial.modbus;

import io.holdfast.mibs.line.Register;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The registers of a device as they were read. For one thread. */
final class Image {

    private final Map<Register.Table, Map<Integer, Integer>> tables =
            new EnumMap<>(Register.Table.class);

    void put(Block block, int[] words) {
        Map<Integer, Integer> table = tables.computeIfAbsent(block.table(), any -> new HashMap<>());
        for (int i = 0; i < words.length; i++) {
            table.put(block.start() + i, words[i]);
        }
    }

    /** A value's whole number; empty where it was not read, or is none. */
    Optional<Long> whole(Register register) {
        return words(register)
                .flatMap(
                        words ->
                                switch (register.type()) {
                                    case U16 -> Optional.of((long) words[0]);
                                    case S16 -> Optional.of((long) (short) words[0]);
                                    case U32 -> Optional.of((long) words[0] << 16 | words[1]);
                                    case U32_SWAPPED ->
                                            Optional.of((long) words[1] << 16 | words[0]);
                                    case S32 -> Optional.of((long) (words[0] << 16 | words[1]));
                                    case F32, TEXT -> Optional.empty();
                                });
    }

    /** A value's number; empty where it was not read, is missing, or is none. */
    OptionalDouble number(Register register) {
        if (register.type() == Register.Type.F32) {
            return words(register)
                    .map(words -> Float.intBitsToFloat(words[0] << 16 | words[1]))
                    .filter(value -> Float.isFinite(value))
                    .map(value -> OptionalDouble.of(value))
                    .orElseGet(OptionalDouble::empty);
        }
        return whole(register)
                .filter(
                        value ->
                                register.missing().isEmpty()
                                        || register.missing().getAsLong() != value)
                .map(value -> OptionalDouble.of(value))
                .orElseGet(OptionalDouble::empty);
    }

    /** A value's text, up to its first zero; empty where it was not read. */
    Optional<String> text(Register register) {
        return words(register)
                .map(
                        words -> {
                            byte[] bytes = new byte[2 * words.length];
                            for (int i = 0; i < words.length; i++) {
                                bytes[2 * i] = (byte) (words[i] >> 8);
                                bytes[2 * i + 1] = (byte) words[i];
                            }
                            String text = new String(bytes, StandardCharsets.ISO_8859_1);
                            int end = text.indexOf(0);
                            return (end < 0 ? text : text.substring(0, end)).strip();
                        });
    }

    private Optional<int[]> words(Register register) {
        Map<Integer, Integer> table = tables.getOrDefault(register.table(), Map.of());
        int[] words = new int[register.words()];
        for (int i = 0; i < words.length; i++) {
            Integer word = table.get(register.address() + i);
            if (word == null) {
                return Optional.empty();
            }
            words[i] = word;
        }
        return Optional.of(words);
    }
}
