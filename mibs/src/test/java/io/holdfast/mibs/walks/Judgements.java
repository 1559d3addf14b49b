package io.holdfast.mibs.walks;

import java.util.List;
import java.util.Optional;

/**
 * Where the reference is wrong, and why: lines of {@code walk <tab> instance or its beginning <tab>
 * reason}.
 *
 * @param lines those lines
 */
record Judgements(List<Line> lines) {

    record Line(String walk, String oid, String reason) {}

    static Judgements parse(String text) {
        return new Judgements(
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\t", 3))
                        .map(parts -> new Line(parts[0], parts[1], parts[2]))
                        .toList());
    }

    Optional<String> reason(String walk, String oid) {
        return lines.stream()
                .filter(l -> l.walk().equals(walk))
                .filter(l -> oid.equals(l.oid()) || oid.startsWith(l.oid() + "."))
                .map(Line::reason)
                .findFirst();
    }
}
