package io.holdfast.agent.devices.ipmi.fru;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.Texts;
import java.util.ArrayList;
import java.util.List;

/** Reads the inventory memory of a unit; total (FRU information storage definition 1.0). */
public final class FruDecoder {

    static final int HEADER = 8;
    private static final int BLOCK = 8;
    private static final int END = 0xc1;
    private static final int BOARD_FIELDS_AT = 6;
    private static final int PRODUCT_FIELDS_AT = 3;

    /** More fields than any area has. */
    private static final int MOST_FIELDS = 32;

    private FruDecoder() {}

    /** The areas' places, from a header; empty where there is no area. */
    public static Decoded<List<Integer>> areas(Octets in) {
        if (!in.has(HEADER)) {
            return Decoded.tooShort("a FRU header", HEADER, in.length());
        }
        if ((in.u8(0) & 0xf) != 1 || sum(in.slice(0, HEADER)) != 0) {
            return new Decoded.Bad<>("no FRU header: the memory is empty or of another format");
        }
        return new Decoded.Good<>(List.of(in.u8(3) * BLOCK, in.u8(4) * BLOCK));
    }

    /** Reads a whole memory, or its beginning. */
    public static Decoded<FruInfo> decode(Octets in) {
        return switch (areas(in)) {
            case Decoded.Bad<List<Integer>>(String reason) -> new Decoded.Bad<>(reason);
            case Decoded.Good<List<Integer>>(List<Integer> at) ->
                    new Decoded.Good<>(product(area(in, at.get(1))).or(board(area(in, at.get(0)))));
        };
    }

    private static Octets area(Octets in, int at) {
        if (at == 0 || at + 2 > in.length()) {
            return Octets.NONE;
        }
        int length = in.u8(at + 1) * BLOCK;
        return in.slice(at, Math.min(in.length(), at + length));
    }

    /** Maker, name, serial number, part number (chapter 11). */
    private static FruInfo board(Octets area) {
        List<String> fields = fields(area, BOARD_FIELDS_AT);
        return new FruInfo(field(fields, 0), field(fields, 1), field(fields, 3), field(fields, 2));
    }

    /** Maker, name, part number, version, serial number (chapter 12). */
    private static FruInfo product(Octets area) {
        List<String> fields = fields(area, PRODUCT_FIELDS_AT);
        return new FruInfo(field(fields, 0), field(fields, 1), field(fields, 2), field(fields, 4));
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? meaningful(fields.get(index)) : "";
    }

    /** Makers fill fields that they leave out with dots, zeros or the like. */
    private static String meaningful(String text) {
        String plain = text.strip();
        boolean filled = plain.chars().anyMatch(c -> ". -_0xXfF?\u00ff".indexOf(c) < 0);
        return filled ? plain : "";
    }

    private static List<String> fields(Octets area, int from) {
        List<String> fields = new ArrayList<>();
        int at = from;
        while (at < area.length() && area.u8(at) != END && fields.size() < MOST_FIELDS) {
            int typeLength = area.u8(at);
            int end = at + 1 + (typeLength & 0x3f);
            if (end > area.length()) {
                break;
            }
            fields.add(Texts.field(typeLength, area.slice(at + 1, end)));
            at = end;
        }
        return fields;
    }

    private static int sum(Octets in) {
        int sum = 0;
        for (int i = 0; i < in.length(); i++) {
            sum += in.u8(i);
        }
        return sum & 0xff;
    }
}
