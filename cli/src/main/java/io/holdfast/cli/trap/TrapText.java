package io.holdfast.cli.trap;

import java.util.ArrayList;
import java.util.List;

/** Tells decoded notifications to people. */
public final class TrapText {

    private TrapText() {}

    /** All of a file. */
    public static String of(DecodedFile file) {
        List<String> lines = new ArrayList<>();
        file.traps().forEach(trap -> lines.addAll(lines(trap)));
        List<String> rest = new ArrayList<>();
        add(rest, file.others(), "SNMP messages that tell nothing");
        add(rest, file.encrypted(), "encrypted");
        add(rest, file.foreign(), "datagrams and packets that are no SNMP");
        lines.add(
                file.traps().size()
                        + " notifications"
                        + (rest.isEmpty() ? "" : "; also " + String.join(", ", rest))
                        + (file.torn() ? "; the file ends within a packet" : ""));
        file.problems().forEach(problem -> lines.add("  " + plain(problem)));
        return String.join("\n", lines) + "\n";
    }

    /** Without what would move the cursor of a terminal: devices choose these texts. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{80}-\\x{9f}]+", " ");
    }

    private static void add(List<String> rest, int count, String what) {
        if (count > 0) {
            rest.add(count + " " + what);
        }
    }

    private static List<String> lines(DecodedFile.TrapRecord trap) {
        List<String> lines = new ArrayList<>();
        String severity = trap.known() ? trap.severity() + ": " : "";
        lines.add(severity + plain(trap.text()));
        String source = trap.source().isEmpty() ? "" : " from " + trap.source();
        boolean numbered = trap.oid().isEmpty() || trap.oid().equals(trap.name());
        lines.add(
                "  "
                        + plain(trap.name())
                        + (numbered ? "" : " (" + trap.oid() + ")")
                        + ", "
                        + trap.form()
                        + source);
        for (DecodedFile.Carried binding : trap.bindings()) {
            String word = binding.word().isEmpty() ? "" : " " + binding.word();
            lines.add("  " + plain(binding.object() + " = " + binding.value() + word));
        }
        if (!trap.clears().isEmpty()) {
            lines.add("  ends: " + String.join(", ", trap.clears()));
        }
        return lines;
    }
}
