package io.holdfast.mibs.trap;

import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a notification from the text that net-snmp's snmptrapd hands to its handlers: the sender's
 * name, its address, then a binding on each line. Names stay names where nothing knows their
 * numbers.
 */
public final class TrapdText {

    /** The longest text, in characters. */
    public static final int LONGEST = 1 << 20;

    private static final String UP_TIME = "DISMAN-EVENT-MIB::sysUpTimeInstance";

    private final MibNames names;
    private Optional<Key> trap = Optional.empty();
    private OptionalLong upTime = OptionalLong.empty();
    private final List<Binding> bindings = new ArrayList<>();

    private TrapdText(MibNames names) {
        this.names = names;
    }

    /** The notification of a text; empty where it names none. */
    public static Optional<Notification> parse(String text, MibNames names) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        TrapdText reading = new TrapdText(names);
        text.lines().limit(Notification.MOST_BINDINGS).forEach(reading::line);
        return reading.trap.map(
                key ->
                        new Notification(
                                Notification.Form.TRAP,
                                key,
                                reading.upTime,
                                Optional.empty(),
                                reading.bindings));
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String name = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : line.substring(space + 1).strip();
        boolean binding = name.contains("::") || name.matches("\\.?1(\\.\\d+)+");
        if (!binding) {
            return;
        }
        Key key = name.equals(UP_TIME) ? new Key.Numbered(Notification.UP_TIME) : key(name);
        Optional<Oid> oid = key.number();
        if (trap.isEmpty() && oid.filter(Notification.TRAP::equals).isPresent()) {
            trap = Optional.of(key(value));
        } else if (oid.filter(Notification.UP_TIME::equals).isPresent()) {
            upTime = ticks(value);
        } else {
            bindings.add(new Binding(key, value(value)));
        }
    }

    private Key key(String name) {
        try {
            if (name.matches("\\.?\\d+(\\.\\d+)*")) {
                return new Key.Numbered(Oid.parse(name));
            }
        } catch (IllegalArgumentException e) {
            return new Key.Named(name);
        }
        return names.find(name)
                .<Key>map(f -> new Key.Numbered(f.named().node().oid().child(f.rest())))
                .orElseGet(() -> new Key.Named(name));
    }

    /** A number as a number, what is named as an object by its number, the rest as text. */
    private Value value(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return new Value.Whole(Integer.parseInt(text));
        }
        if (text.matches("[A-Z][\\w-]*::[\\w-]+(\\.\\d+)*")
                && key(text) instanceof Key.Numbered(Oid oid)) {
            return new Value.Name(oid);
        }
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String plain = quoted ? text.substring(1, text.length() - 1) : text;
        return new Value.Octets(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Days, hours, minutes and seconds, the days sometimes left out, in hundredths. */
    private static OptionalLong ticks(String text) {
        if (!text.matches("(\\d{1,5}:)?\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d{1,2})?")) {
            return OptionalLong.empty();
        }
        String[] words = text.split("[:.]");
        boolean fraction = text.indexOf('.') >= 0;
        int last = fraction ? words.length - 2 : words.length - 1;
        long seconds = 0;
        long[] units = {1, 60, 3_600, 86_400};
        for (int i = last; i >= 0; i--) {
            seconds += Long.parseLong(words[i]) * units[last - i];
        }
        String hundredths = fraction ? words[last + 1] : "0";
        return OptionalLong.of(seconds * 100 + Long.parseLong(hundredths));
    }
}
