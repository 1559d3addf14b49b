package io.holdfast.agent.devices.serial.apcsmart;

/**
 * The questions that are asked, each one character (APC: UPS-Link protocol, "UPS Status Inquiry"
 * and "UPS Power Inquiry" commands). Nothing that commands is among them.
 */
enum Question {
    SMART_MODE('Y', "Y"),
    STATUS('Q', "Q"),
    MODEL('\u0001', "^A"),
    SERIAL('n', "n"),
    FIRMWARE('b', "b"),
    MANUFACTURED('m', "m"),
    BATTERY_CHANGED('x', "x"),
    LINE_VOLTS('L', "L"),
    LOW_TRANSFER_VOLTS('l', "l"),
    HIGH_TRANSFER_VOLTS('u', "u"),
    OUTPUT_VOLTS('O', "O"),
    HERTZ('F', "F"),
    LOAD_PERCENT('P', "P"),
    CELSIUS('C', "C"),
    BATTERY_PERCENT('f', "f"),
    BATTERY_VOLTS('B', "B"),
    RUNTIME_MINUTES('j', "j"),
    SELF_TEST('X', "X"),
    BAD_PACKS('<', "<"),
    REGISTER_1('~', "~"),
    REGISTER_2('\'', "'"),
    REGISTER_3('8', "8");

    private final char letter;
    private final String key;

    Question(char letter, String key) {
        this.letter = letter;
        this.key = key;
    }

    /** What is sent. */
    byte[] bytes() {
        return new byte[] {(byte) letter};
    }

    /** How evidence names it. */
    String key() {
        return key;
    }
}
