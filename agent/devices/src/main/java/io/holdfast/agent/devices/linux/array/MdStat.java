package io.holdfast.agent.devices.linux.array;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc/mdstat}, the kernel's summary for people, as a second witness. */
final class MdStat {

    static final String FILE = "/proc/mdstat";

    private static final Pattern HEAD = Pattern.compile("(md\\S{0,60}) : (active|inactive) ?(.*)");
    private static final Pattern MEMBER =
            Pattern.compile("([^\\s\\[\\]]{1,60})\\[(\\d{1,5})\\]((?:\\([A-Z]\\))*)");
    private static final Pattern COUNTS = Pattern.compile("\\[(\\d{1,5})/(\\d{1,5})\\]");
    private static final Pattern SLOTS = Pattern.compile("\\[([U_]{1,384})\\]");
    private static final Pattern PROGRESS =
            Pattern.compile("(resync|recovery|reshape|check|repair) *= *(\\d{1,3}(?:\\.\\d+)?)%");
    private static final Pattern WAITING =
            Pattern.compile("(resync|recovery|reshape|check)=(DELAYED|PENDING|REMOTE)");

    private static final Pattern COPIES = Pattern.compile("(\\d{1,2}) (near|far|offset)-copies");

    /** {@code external:imsm} is a container; {@code external:/md127/0} is an array inside one. */
    private static final Pattern CONTAINER = Pattern.compile("super external:[a-z]");

    private MdStat() {}

    /** The arrays of the text by name; what is not understood is left out. */
    static Map<String, MdArray> parse(String text) {
        Map<String, MdArray> arrays = new TreeMap<>();
        List<String> block = new ArrayList<>();
        for (String line : (text + "\nend").lines().toList()) {
            if (!line.startsWith(" ") && !line.startsWith("\t") && !line.isEmpty()) {
                add(block, arrays);
                block.clear();
            }
            block.add(line);
        }
        return arrays;
    }

    private static void add(List<String> block, Map<String, MdArray> arrays) {
        Matcher head = block.isEmpty() ? null : HEAD.matcher(block.getFirst());
        if (head != null && head.matches()) {
            String body = String.join("\n", block.subList(1, block.size()));
            arrays.put(head.group(1), array(head, body));
        }
    }

    private static MdArray array(Matcher head, String body) {
        boolean active = head.group(2).equals("active");
        String words = head.group(3).replaceAll("\\((?:auto-)?read-only\\) *", "");
        int space = words.indexOf(' ');
        String first = space < 0 ? words : words.substring(0, space);
        boolean hasLevel = !first.contains("[") && !first.isEmpty();
        List<Raw> raws = raws(words);
        Matcher counts = COUNTS.matcher(body);
        boolean counted = counts.find();
        int slots = counted ? Integer.parseInt(counts.group(1)) : (int) plain(raws);
        slots = Math.min(slots, MdArray.MOST_SLOTS);
        OptionalInt degraded =
                counted
                        ? OptionalInt.of(Math.max(0, slots - Integer.parseInt(counts.group(2))))
                        : OptionalInt.empty();
        Matcher map = SLOTS.matcher(body);
        String pattern = map.find() ? map.group(1) : "U".repeat(slots);
        Matcher progress = PROGRESS.matcher(body);
        Matcher waiting = WAITING.matcher(body);
        boolean moving = progress.find();
        return new MdArray(
                head.group(1),
                CONTAINER.matcher(body).find() ? MdArray.CONTAINER : hasLevel ? first : "",
                slots,
                layout(body),
                degraded,
                active ? "active" : "inactive",
                moving ? progress.group(1) : waiting.find() ? waiting.group(1) : "idle",
                moving
                        ? OptionalDouble.of(Double.parseDouble(progress.group(2)))
                        : OptionalDouble.empty(),
                members(raws, pattern),
                true);
    }

    /** The layout number of raid10 (kernel: drivers/md/raid10.c, {@code setup_geo()}). */
    private static int layout(String body) {
        int near = 1;
        int far = 1;
        Matcher copies = COPIES.matcher(body);
        while (copies.find()) {
            int count = Integer.parseInt(copies.group(1));
            if (copies.group(2).equals("near")) {
                near = count;
            } else {
                far = count;
            }
        }
        return far << 8 | near;
    }

    /** A device as the line has it: its number, which is not always its slot, and its flags. */
    private record Raw(String device, int number, String flags) {

        boolean is(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    private static List<Raw> raws(String words) {
        List<Raw> raws = new ArrayList<>();
        Matcher member = MEMBER.matcher(words);
        while (member.find() && raws.size() < MdArray.MOST_SLOTS) {
            raws.add(new Raw(member.group(1), Integer.parseInt(member.group(2)), member.group(3)));
        }
        return raws;
    }

    private static long plain(List<Raw> raws) {
        return raws.stream().filter(raw -> !raw.is('F') && !raw.is('S')).count();
    }

    /**
     * Gives devices their slots. Numbers grow when devices are replaced, so the plain devices, in
     * the order of their numbers, take the slots that are up first; what remains is being rebuilt.
     */
    private static List<MdMember> members(List<Raw> raws, String pattern) {
        List<MdMember> members = new ArrayList<>();
        List<Integer> up = slots(pattern, 'U');
        List<Integer> down = slots(pattern, '_');
        List<Raw> sorted =
                raws.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
        for (Raw raw : sorted) {
            Set<String> states = new HashSet<>();
            OptionalInt slot = OptionalInt.empty();
            if (raw.is('F')) {
                states.add("faulty");
            } else if (raw.is('J')) {
                states.add("journal");
            } else if (raw.is('R')) {
                states.add("replacement");
            } else if (raw.is('S')) {
                states.add("spare");
            } else if (!up.isEmpty()) {
                states.add("in_sync");
                slot = OptionalInt.of(up.removeFirst());
            } else {
                states.add("spare");
                slot = down.isEmpty() ? slot : OptionalInt.of(down.removeFirst());
            }
            members.add(new MdMember(raw.device(), slot, states));
        }
        return members;
    }

    private static List<Integer> slots(String pattern, char wanted) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == wanted) {
                slots.add(i);
            }
        }
        return slots;
    }
}
