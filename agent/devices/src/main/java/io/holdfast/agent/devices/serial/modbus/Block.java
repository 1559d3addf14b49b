package io.holdfast.agent.devices.serial.modbus;

import io.holdfast.mibs.line.ModbusMap;
import io.holdfast.mibs.line.Register;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Registers that one question asks for.
 *
 * @param table which registers
 * @param start the first
 * @param words how many
 */
record Block(Register.Table table, int start, int words) {

    /** Asking for so many registers that nobody wants is cheaper than another question. */
    static final int WIDEST_GAP = 8;

    /** The fewest questions that bring all of a map's registers. */
    static List<Block> of(ModbusMap map) {
        List<Register> sorted =
                map.registers().values().stream()
                        .sorted(
                                Comparator.comparing(Register::table)
                                        .thenComparingInt(Register::address))
                        .toList();
        List<Block> blocks = new ArrayList<>();
        for (Register register : sorted) {
            if (!blocks.isEmpty() && blocks.getLast().reaches(register)) {
                blocks.add(blocks.removeLast().with(register));
            } else {
                blocks.add(new Block(register.table(), register.address(), register.words()));
            }
        }
        return blocks;
    }

    private boolean reaches(Register register) {
        return register.table() == table
                && register.address() - (start + words) <= WIDEST_GAP
                && Math.max(start + words, register.end()) - start <= Rtu.MOST_WORDS;
    }

    private Block with(Register register) {
        return new Block(table, start, Math.max(start + words, register.end()) - start);
    }

    @Override
    public String toString() {
        return "registers " + start + " to " + (start + words - 1);
    }
}
