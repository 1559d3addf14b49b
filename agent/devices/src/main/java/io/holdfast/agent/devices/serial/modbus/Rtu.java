package io.holdfast.agent.devices.serial.modbus;

import java.util.Arrays;

/**
 * Frames of Modbus RTU that read registers (Modbus over Serial Line V1.02, section 2.5; Modbus
 * Application Protocol V1.1b3, sections 6.3 and 6.4).
 */
final class Rtu {

    /** The most registers of one question. */
    static final int MOST_WORDS = 125;

    /** The longest frame, in bytes. */
    static final int LONGEST_FRAME = 256;

    private static final int OVERHEAD = 5;
    private static final int REFUSED = 0x80;

    /** What a frame says. */
    @SuppressWarnings("ArrayRecordComponent") // Registers of the wire, decoded and never compared.
    sealed interface Answer {

        /** The registers that were asked for. */
        record Words(int[] words) implements Answer {}

        /**
         * The device will not say.
         *
         * @param code 1 illegal function, 2 illegal address, 3 illegal value, 4 device failure, 6
         *     busy
         */
        record Refused(int code) implements Answer {}

        /** It is no answer to this question. */
        record Bad(String why) implements Answer {}
    }

    private Rtu() {}

    /** The question for so many registers. */
    static byte[] question(int unit, int function, int address, int words) {
        byte[] frame = {
            (byte) unit,
            (byte) function,
            (byte) (address >> 8),
            (byte) address,
            (byte) (words >> 8),
            (byte) words,
            0,
            0
        };
        seal(frame);
        return frame;
    }

    /** Puts the checksum into the last two bytes. */
    static void seal(byte[] frame) {
        int crc = crc(frame, frame.length - 2);
        frame[frame.length - 2] = (byte) crc;
        frame[frame.length - 1] = (byte) (crc >> 8);
    }

    /** Where an answer ends, of what came so far; 0 while it goes on. */
    static int end(byte[] soFar) {
        if (soFar.length < OVERHEAD) {
            return 0;
        }
        boolean refused = (soFar[1] & REFUSED) != 0;
        int length = refused ? OVERHEAD : OVERHEAD + (soFar[2] & 0xff);
        return soFar.length >= length ? length : 0;
    }

    /** What a frame says in answer to a question for so many registers. */
    static Answer decode(byte[] frame, int unit, int function, int words) {
        if (frame.length < OVERHEAD) {
            return new Answer.Bad("a frame of " + frame.length + " bytes");
        }
        int crc = crc(frame, frame.length - 2);
        int sent = (frame[frame.length - 2] & 0xff) | (frame[frame.length - 1] & 0xff) << 8;
        if (crc != sent) {
            return new Answer.Bad("a frame whose checksum does not hold");
        }
        if ((frame[0] & 0xff) != unit) {
            return new Answer.Bad("an answer of unit " + (frame[0] & 0xff));
        }
        if ((frame[1] & 0xff) == (function | REFUSED)) {
            return new Answer.Refused(frame[2] & 0xff);
        }
        boolean sized = (frame[2] & 0xff) == 2 * words && frame.length == OVERHEAD + 2 * words;
        if ((frame[1] & 0xff) != function || !sized) {
            return new Answer.Bad(
                    "function %s with %s bytes".formatted(frame[1] & 0xff, frame[2] & 0xff));
        }
        int[] values = new int[words];
        for (int i = 0; i < words; i++) {
            values[i] = (frame[3 + 2 * i] & 0xff) << 8 | (frame[4 + 2 * i] & 0xff);
        }
        return new Answer.Words(Arrays.copyOf(values, words));
    }

    /** CRC-16 with the polynomial 0xA001, low byte first on the wire (section 2.5.1.2). */
    static int crc(byte[] bytes, int length) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xa001 : crc >> 1;
            }
        }
        return crc;
    }
}
