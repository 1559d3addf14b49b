package io.holdfast.agent.devices.serial.modbus;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.mibs.line.Meaning;
import io.holdfast.mibs.line.ModbusMap;
import io.holdfast.mibs.line.Register;
import java.util.Optional;

/** Reads a device's registers by its map; whatever they hold, this is an answer. */
final class RegisterDecoder {

    private RegisterDecoder() {}

    /** Notes everything that the registers say. */
    static void decode(ModbusMap map, Image image, DeviceDraft draft) {
        map.identity().forEach((name, value) -> draft.attribute(map.self(), name, value));
        map.registers().forEach((name, register) -> decode(name, register, image, draft));
    }

    private static void decode(String name, Register register, Image image, DeviceDraft draft) {
        String key = name + "@" + register.address();
        if (register.attribute().isPresent()) {
            image.text(register)
                    .ifPresent(
                            text ->
                                    draft.attribute(
                                            register.part(), register.attribute().get(), text));
            return;
        }
        image.whole(register).ifPresent(value -> meanings(key, register, value, draft));
        image.number(register)
                .ifPresent(
                        number ->
                                register.reading()
                                        .ifPresent(
                                                measure ->
                                                        draft.measure(
                                                                register.part(),
                                                                measure,
                                                                number,
                                                                key)));
    }

    private static void meanings(String key, Register register, long value, DeviceDraft draft) {
        register.bits()
                .forEach(
                        (bit, meaning) -> {
                            if ((value >> bit & 1) != 0) {
                                draft.meaning(
                                        register.part(),
                                        meaning,
                                        key,
                                        "0x" + Long.toHexString(value));
                            }
                        });
        Optional<Meaning> meaning = Optional.ofNullable(register.values().get(value));
        meaning.ifPresent(
                known -> draft.meaning(register.part(), known, key, Long.toString(value)));
    }
}
