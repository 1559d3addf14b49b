package io.holdfast.mibs.walk;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A recorded walk of one device: snmpsim's {@code oid|type|value} or the output of {@code snmpwalk
 * -On} (also {@code -One}), told apart line by line.
 *
 * @param said all that could be read
 * @param unread the lines that could not, by number, each with its reason; at most {@value
 *     #MOST_NAMED} are named
 */
public record Walk(Variables said, List<String> unread) {

    /** The longest walk, in lines. */
    public static final int MOST_LINES = 2_000_000;

    /** More lines than this are only counted. */
    public static final int MOST_NAMED = 20;

    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid SYS_OBJECT_ID = Oid.parse("1.3.6.1.2.1.1.2.0");

    public Walk {
        unread = List.copyOf(unread);
    }

    /** Reads a walk; what cannot be read is left out and said. */
    public static Walk parse(String text) {
        TreeMap<Oid, Value> all = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        int number = 0;
        int left = 0;
        for (String line : joined(text)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Optional<WalkLine> read = number > MOST_LINES ? Optional.empty() : WalkLine.parse(line);
            if (read.isPresent()) {
                WalkLine good = read.get();
                if (!(good.value() instanceof Value.Missing)) {
                    all.put(good.instance(), good.value());
                }
            } else if (unread.size() < MOST_NAMED) {
                unread.add("record " + number + ": expected oid|type|value or oid = TYPE: value");
            } else {
                left++;
            }
        }
        if (left > 0) {
            unread.add("and " + left + " records more");
        }
        return new Walk(new Variables(all), unread);
    }

    /** Texts of snmpwalk may run over several lines. */
    private static List<String> joined(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean more =
                    !lines.isEmpty()
                            && !WalkLine.startsOne(line)
                            && WalkLine.isSnmpwalk(lines.getLast());
            if (more) {
                lines.set(lines.size() - 1, lines.getLast() + "\n" + line);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** What the device says that it is; the empty identifier where it does not. */
    public Oid sysObjectId() {
        return said.get(SYS_OBJECT_ID).map(Walk::oid).orElse(Oid.ROOT);
    }

    private static Oid oid(Value value) {
        if (value instanceof Value.Name(Oid oid)) {
            return oid;
        }
        try {
            return Oid.parse(value.shown());
        } catch (IllegalArgumentException e) {
            return Oid.ROOT;
        }
    }

    /** How the device describes itself; empty where it does not. */
    public String sysDescr() {
        return said.get(SYS_DESCR).map(Value::shown).orElse("");
    }
}
