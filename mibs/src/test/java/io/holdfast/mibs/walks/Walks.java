package io.holdfast.mibs.walks;

import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.walk.Walk;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The recorded walks, and what the project knows of them in {@code lab/walks}.
 *
 * @param lab that folder
 */
record Walks(Path lab) {

    private static final String ENDING = ".snmprec";

    /** The folder of this project. */
    static Walks ofProject() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("lab/walks"))) {
                return new Walks(at.resolve("lab/walks"));
            }
        }
        throw new IllegalStateException("expected lab/walks in the project, found none");
    }

    List<Path> recordings() {
        return Recordings.files("snmp").stream()
                .filter(p -> p.toString().endsWith(ENDING))
                .toList();
    }

    static String name(Path recording) {
        String file = String.valueOf(recording.getFileName());
        return file.substring(0, file.length() - ENDING.length());
    }

    List<Comparison> compare(Profiles profiles) throws IOException {
        List<Comparison> all = new ArrayList<>();
        for (Path recording : recordings()) {
            String name = name(recording);
            Path expected = recording.resolveSibling(name + ".expected.json");
            Reference reference =
                    Files.exists(expected)
                            ? Reference.parse(expected.toString(), Files.readString(expected))
                            : new Reference(List.of());
            String text = new String(Files.readAllBytes(recording), StandardCharsets.UTF_8);
            all.add(Comparison.of(name, profiles, Walk.parse(text), reference));
        }
        return all;
    }

    Judgements judgements() throws IOException {
        return Judgements.parse(Files.readString(lab.resolve("judgements.txt")));
    }

    Set<String> setAside() throws IOException {
        return lines("set-aside.txt").stream().collect(Collectors.toUnmodifiableSet());
    }

    /** The fields of each line of the first try, by walk. */
    Map<String, String[]> firstTry() throws IOException {
        Map<String, String[]> byWalk = new HashMap<>();
        for (String line : lines("first-try.txt")) {
            String[] fields = line.split("\t");
            byWalk.put(fields[0], fields);
        }
        return byWalk;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(lab.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    Map<String, Counts> counts() throws IOException, InterruptedException {
        Map<String, Counts> counts = new HashMap<>();
        for (Path recording : recordings()) {
            counts.put(name(recording), Counts.of(lab.resolve("count"), recording));
        }
        return counts;
    }
}
