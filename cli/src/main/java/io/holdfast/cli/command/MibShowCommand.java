package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Translates a name into its object identifier, and the other way. */
@Command(
        name = "show",
        description = "Show what a name or an object identifier stands for; exits 3 if unknown.",
        footer = {
            "%nExamples:",
            "  holdfast mib show IF-MIB::ifOperStatus.3",
            "  holdfast mib show 1.3.6.1.2.1.2.2.1.8.3"
        })
final class MibShowCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "NAME|OID",
            description = "ifOperStatus, IF-MIB::ifOperStatus.3, or 1.3.6.1.2.1.2.2.1.8.3.")
    private String wanted = "";

    @Mixin private NamesOption names = new NamesOption();
    @Mixin private FormatOption format = new FormatOption();

    MibShowCommand(Context context) {
        this.context = context;
    }

    /**
     * What is known of it.
     *
     * @param name its full name, with the index where there is one
     * @param oid the same in numbers
     * @param kind what it is
     * @param syntax its type; empty for none
     * @param values the words of its values as {@code word(number)}
     * @param objects what a notification carries
     */
    public record Shown(
            String name,
            String oid,
            String kind,
            String syntax,
            List<String> values,
            List<String> objects) {
        public Shown {
            values = List.copyOf(values);
            objects = List.copyOf(objects);
        }
    }

    @Override
    public Integer call() {
        MibNames known = names.names(context);
        MibNames.Found found = known.find(wanted).orElseThrow(this::unknown);
        MibNode node = found.named().node();
        Shown shown =
                new Shown(
                        found.text(),
                        node.oid().child(found.rest()).toString(),
                        node.kind().word(),
                        node.syntax(),
                        node.labels().isEmpty()
                                ? List.of()
                                : List.of(node.labels().text().split(" ", -1)),
                        node.objects().stream().map(object -> name(known, object)).toList());
        format.print(context.out(), Shown.class, shown, MibShowCommand::text);
        return 0;
    }

    private Failure unknown() {
        return new Failure(
                "nothing named '" + wanted + "' in the MIBs of " + names.folder(),
                "import the MIB that has it: holdfast mib import FILE");
    }

    private static String name(MibNames known, Oid object) {
        return known.find(object).map(MibNames.Found::text).orElseGet(object::toString);
    }

    private static String text(Shown shown) {
        List<String> lines = new ArrayList<>();
        lines.add(shown.name() + " = " + shown.oid());
        String type = shown.syntax().isEmpty() ? "" : ", " + shown.syntax();
        boolean place = shown.kind().equals(NodeKind.NODE.word());
        lines.add("  " + (place ? "a place in the tree" : shown.kind()) + type);
        if (!shown.values().isEmpty()) {
            lines.add("  values: " + String.join(", ", shown.values()));
        }
        if (!shown.objects().isEmpty()) {
            lines.add("  carries: " + String.join(", ", shown.objects()));
        }
        return String.join("\n", lines) + "\n";
    }
}
