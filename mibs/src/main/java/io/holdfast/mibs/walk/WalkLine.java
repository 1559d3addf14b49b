package io.holdfast.mibs.walk;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One record of a walk. */
record WalkLine(Oid instance, Value value) {

    private static final Pattern SNMPREC = Pattern.compile("\\.?([\\d.]+)\\|(\\d{1,3}x?)\\|(.*)");
    private static final Pattern SNMPWALK =
            Pattern.compile("\\.?([\\d.]+) = (?:([A-Za-z][\\w -]*): ?)?(.*)", Pattern.DOTALL);
    private static final Pattern IN_PARENTHESES = Pattern.compile(".*?\\((-?\\d+)\\).*");
    private static final Pattern LEADING = Pattern.compile("(-?\\d+).*", Pattern.DOTALL);

    static boolean startsOne(String line) {
        return line.matches("(?s)\\.?\\d[\\d.]*( = |\\|).*");
    }

    static boolean isSnmpwalk(String line) {
        return SNMPWALK.matcher(line).matches();
    }

    /** The record of a line; empty where it is none. */
    static Optional<WalkLine> parse(String line) {
        try {
            Matcher record = SNMPREC.matcher(line);
            if (record.matches()) {
                Oid oid = Oid.parse(record.group(1));
                return value(record.group(2), record.group(3)).map(v -> new WalkLine(oid, v));
            }
            Matcher walk = SNMPWALK.matcher(line);
            if (walk.matches()) {
                Oid oid = Oid.parse(walk.group(1));
                String type = walk.group(2) == null ? "" : walk.group(2);
                return named(type, walk.group(3).strip()).map(v -> new WalkLine(oid, v));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** By the tag of its BER encoding; an x says that the value is in hexadecimal. */
    private static Optional<Value> value(String tag, String text) {
        return switch (tag) {
            case "2" -> Optional.of(new Value.Whole(Integer.parseInt(text.strip())));
            case "4", "68" -> Optional.of(octets(text));
            case "4x", "68x" -> Optional.of(new Value.Octets(HexFormat.of().parseHex(text)));
            case "5" -> Optional.of(Value.Missing.NULL);
            case "6" -> Optional.of(new Value.Name(Oid.parse(text.strip())));
            case "64" -> address(text);
            case "64x" -> Optional.of(new Value.Address((int) Long.parseLong(text, 16)));
            case "65", "66", "67" -> Optional.of(new Value.Unsigned(Long.parseLong(text.strip())));
            case "70" -> Optional.of(new Value.Counter64(Long.parseUnsignedLong(text.strip())));
            case String other -> Optional.empty();
        };
    }

    private static Optional<Value> named(String type, String text) {
        return switch (type) {
            case "INTEGER" -> number(text).map(n -> new Value.Whole((int) n.longValue()));
            case "STRING" -> Optional.of(octets(unquoted(text)));
            case "" ->
                    text.startsWith("\"")
                            ? Optional.of(octets(unquoted(text)))
                            : Optional.of(Value.Missing.NO_SUCH_OBJECT);
            case "Hex-STRING", "BITS" -> Optional.of(new Value.Octets(hex(text)));
            case "OID" -> Optional.of(new Value.Name(Oid.parse(text)));
            case "IpAddress", "Network Address" -> address(text);
            case "Gauge32", "Counter32", "Unsigned32", "UInteger32" ->
                    number(text).map(Value.Unsigned::new);
            case "Timeticks" -> number(text).map(Value.Unsigned::new);
            case "Counter64" -> number(text).map(Value.Counter64::new);
            case String other -> Optional.empty();
        };
    }

    private static Value octets(String text) {
        return new Value.Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Long> number(String text) {
        Matcher leading = LEADING.matcher(text);
        if (leading.matches()) {
            return Optional.of(Long.parseLong(leading.group(1)));
        }
        Matcher inside = IN_PARENTHESES.matcher(text);
        return inside.matches() ? Optional.of(Long.parseLong(inside.group(1))) : Optional.empty();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }

    /** Some versions print the text in brackets behind each line of bytes. */
    private static byte[] hex(String text) {
        StringBuilder digits = new StringBuilder();
        for (String line : text.split("\n")) {
            int bracket = line.indexOf('[');
            String bytes = bracket >= 0 ? line.substring(0, bracket) : line;
            for (String word : bytes.strip().split("\\s+")) {
                if (word.matches("[0-9A-Fa-f]{2}")) {
                    digits.append(word);
                } else {
                    break;
                }
            }
        }
        return HexFormat.of().parseHex(digits);
    }

    private static Optional<Value> address(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int address = 0;
        for (String part : parts) {
            int number = Integer.parseInt(part);
            if (number < 0 || number > 255) {
                return Optional.empty();
            }
            address = address << 8 | number;
        }
        return Optional.of(new Value.Address(address));
    }
}
