package io.holdfast.mibs.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our reading of each recorded MIB text against that of net-snmp's snmptranslate. */
class NetSnmpComparisonIT {

    private static final Path SNMPTRANSLATE = Path.of("/usr/bin/snmptranslate");
    private static final int AT_ONCE = 1_000;
    private static final Pattern OID = Pattern.compile("\"[^\"]*\"\\s+\"([0-9.]+)\"");
    private static final Pattern HEAD = Pattern.compile("([A-Za-z0-9-]+)::([A-Za-z0-9_#-]+)");
    private static final Pattern SYNTAX = Pattern.compile("  SYNTAX\\s+(\\S+.*)");
    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9_-]+)\\((-?[0-9]+)\\)");

    /** Its word current(1) is a keyword of net-snmp's reader, which drops it. */
    private static final Set<String> DROPPED =
            Set.of("IEEE8023-LAG-MIB::dot3adIPPDebugDRCPRxState");

    private record Theirs(String oid, Map<Integer, String> words) {}

    private record Row(String module, int theirs, int equal, int words, int equalWords, int ours) {
        String line() {
            return "| %s | %s | %s | %s | %s | %s |"
                    .formatted(module, theirs, equal, words, equalWords, ours);
        }
    }

    @Test
    void namesNumbersAndWordsAreThoseOfNetSnmp() throws IOException, InterruptedException {
        Path folder = folder();
        MibFiles files = MibFiles.read(List.of(folder));
        List<MibModule> modules = Compilation.of(files.texts(), List.of()).modules();
        List<Row> rows = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (MibModule module :
                modules.stream().sorted(Comparator.comparing(MibModule::name)).toList()) {
            rows.add(compare(folder, module, differences));
        }
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(row.line()).append('\n'));
        table.append(sum(rows).line()).append('\n');
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mibs-table.md"), table);
        assertThat(differences).isEmpty();
        assertThat(Files.readString(Path.of("../docs/mibs.md")))
                .as("docs/mibs.md has other numbers than mibs/target/mibs-table.md")
                .contains(table);
    }

    private static Path folder() {
        boolean there = Files.isExecutable(SNMPTRANSLATE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("snmptranslate, of the package snmp").isTrue();
        }
        assumeTrue(there, "no snmptranslate");
        Optional<Path> folder = Recordings.folder("mibs");
        assumeTrue(folder.isPresent(), "no MIB texts in ../shared/recordings/mibs");
        return folder.get();
    }

    private static Row compare(Path folder, MibModule module, List<String> differences)
            throws IOException, InterruptedException {
        Map<String, Theirs> theirs = theirs(folder, module.name());
        Map<String, MibNode> ours = new HashMap<>();
        module.nodes().forEach(node -> ours.putIfAbsent(node.name(), node));
        int equal = 0;
        int words = 0;
        int equalWords = 0;
        for (Map.Entry<String, Theirs> entry : theirs.entrySet()) {
            String name = module.name() + "::" + entry.getKey();
            Theirs their = entry.getValue();
            MibNode node = ours.get(entry.getKey());
            boolean same = node != null && node.oid().toString().equals(their.oid());
            boolean enumerated = !their.words().isEmpty();
            boolean sameWords = node != null && node.labels().words().equals(their.words());
            equal += same ? 1 : 0;
            words += enumerated ? 1 : 0;
            equalWords += enumerated && sameWords ? 1 : 0;
            if (!same || (!sameWords && !DROPPED.contains(name))) {
                differences.add(name + ": theirs " + their + ", ours " + node);
            }
        }
        return new Row(
                module.name(), theirs.size(), equal, words, equalWords, module.nodes().size());
    }

    private static Row sum(List<Row> rows) {
        return new Row(
                "all " + rows.size() + " modules",
                rows.stream().mapToInt(Row::theirs).sum(),
                rows.stream().mapToInt(Row::equal).sum(),
                rows.stream().mapToInt(Row::words).sum(),
                rows.stream().mapToInt(Row::equalWords).sum(),
                rows.stream().mapToInt(Row::ours).sum());
    }

    /** What net-snmp knows of a module's own names; its helpers for traps, NAME#, are left out. */
    private static Map<String, Theirs> theirs(Path folder, String module)
            throws IOException, InterruptedException {
        List<String> oids =
                translate(folder, module, List.of("-Tz"))
                        .flatMap(line -> OID.matcher(line).results())
                        .map(found -> found.group(1))
                        .toList();
        Map<String, Theirs> theirs = new TreeMap<>();
        for (int from = 0; from < oids.size(); from += AT_ONCE) {
            List<String> some = oids.subList(from, Math.min(oids.size(), from + AT_ONCE));
            List<String> names =
                    translate(folder, module, some).filter(line -> !line.isEmpty()).toList();
            assertThat(names).hasSameSizeAs(some);
            for (int i = 0; i < some.size(); i++) {
                Matcher head = HEAD.matcher(names.get(i));
                if (head.matches() && head.group(1).equals(module) && !names.get(i).endsWith("#")) {
                    theirs.putIfAbsent(head.group(2), new Theirs(some.get(i), new TreeMap<>()));
                }
            }
            words(folder, module, some, theirs);
        }
        return theirs;
    }

    /** The words of the first SYNTAX of each object: descriptions may have lines like it. */
    private static void words(
            Path folder, String module, List<String> oids, Map<String, Theirs> theirs)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-Td"));
        arguments.addAll(oids);
        String name = "";
        boolean between = true;
        for (String line : translate(folder, module, arguments).toList()) {
            between = between || line.startsWith("::= { ");
            Matcher head = HEAD.matcher(line);
            Matcher syntax = SYNTAX.matcher(line);
            if (between && head.matches()) {
                between = false;
                name = head.group(1).equals(module) ? head.group(2) : "";
            } else if (syntax.matches() && theirs.containsKey(name)) {
                WORD.matcher(syntax.group(1)).results().forEach(put(theirs.get(name)));
                name = "";
            }
        }
    }

    private static Consumer<MatchResult> put(@Nullable Theirs theirs) {
        return word -> {
            if (theirs != null) {
                theirs.words().putIfAbsent(Integer.parseInt(word.group(2)), word.group(1));
            }
        };
    }

    private static Stream<String> translate(Path folder, String module, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(SNMPTRANSLATE.toString(), "-M", folder.toString(), "-m", module));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", "/nonexistent");
        Process process = builder.start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return said.lines();
    }
}
