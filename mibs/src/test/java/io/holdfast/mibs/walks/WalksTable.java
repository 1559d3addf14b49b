package io.holdfast.mibs.walks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table of all walks, for people.
 *
 * @param walks the folder of the walks
 * @param compared each walk against the reference
 */
record WalksTable(Walks walks, List<Comparison> compared) {

    private static final Set<String> STANDARD =
            Set.of("entity", "if", "system", "ups", "host-resources");

    String markdown() throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder(HEAD);
        Map<String, Counts> counts = walks.counts();
        Set<String> aside = walks.setAside();
        for (Comparison one : compared) {
            Counts plain = Objects.requireNonNull(counts.get(one.walk()));
            out.append(
                    "| %s%s | %s | %s of %s | %s of %s | %s / %s | %s / %s |\n"
                            .formatted(
                                    one.walk(),
                                    aside.contains(one.walk()) ? " *" : "",
                                    String.join(", ", profiles(one)),
                                    one.found().size(),
                                    one.faults(),
                                    one.accused().size(),
                                    one.calm(),
                                    one.supplies(),
                                    plain.supplies(),
                                    one.fans(),
                                    plain.fans()));
        }
        out.append(totals()).append(scores(aside, counts)).append(explanations());
        return out.toString();
    }

    private static List<String> profiles(Comparison one) {
        return one.profiles().stream().filter(name -> !STANDARD.contains(name)).toList();
    }

    private String totals() {
        return "\nAll walks: %s of %s faults found, %s of %s ok states called a fault.\n"
                .formatted(
                        compared.stream().mapToInt(c -> c.found().size()).sum(),
                        compared.stream().mapToInt(Comparison::faults).sum(),
                        compared.stream().mapToInt(c -> c.accused().size()).sum(),
                        compared.stream().mapToInt(Comparison::calm).sum());
    }

    private String scores(Set<String> aside, Map<String, Counts> counts) throws IOException {
        Map<String, String[]> first = walks.firstTry();
        StringBuilder out = new StringBuilder(SCORES);
        int[] before = new int[7];
        int[] after = new int[7];
        for (Comparison one : compared) {
            if (aside.contains(one.walk())) {
                String[] line = Objects.requireNonNull(first.get(one.walk()));
                Counts plain = Objects.requireNonNull(counts.get(one.walk()));
                for (int i = 1; i <= 4; i++) {
                    before[i] += Integer.parseInt(line[i]);
                }
                Counts tried = new Counts(Integer.parseInt(line[5]), Integer.parseInt(line[6]));
                before[5] += tried.equals(plain) ? 1 : 0;
                after[1] += one.found().size();
                after[2] += one.faults();
                after[3] += one.accused().size();
                after[4] += one.calm();
                after[5] += new Counts(one.supplies(), one.fans()).equals(plain) ? 1 : 0;
            }
        }
        out.append(score("first try", before, aside.size()));
        out.append(score("now", after, aside.size()));
        return out.toString();
    }

    private static String score(String when, int[] row, int walks) {
        return "| %s | %s of %s | %s of %s | %s of %s |\n"
                .formatted(when, row[1], row[2], row[3], row[4], row[5], walks);
    }

    private String explanations() throws IOException {
        Judgements judgements = walks.judgements();
        StringBuilder out = new StringBuilder(EXPLANATIONS);
        for (Comparison one : compared) {
            for (Reference.Sensor sensor : one.missed()) {
                out.append(
                        "| %s | %s | %s: %s | %s |\n"
                                .formatted(
                                        one.walk(),
                                        sensor.oid(),
                                        sensor.description(),
                                        sensor.label(),
                                        judgements
                                                .reason(one.walk(), sensor.oid())
                                                .orElse("not explained: a miss of ours")));
            }
        }
        return out.toString();
    }

    private static final String HEAD =
            """
            # The recorded walks

            Made by `./holdfast bench walks`; do not edit. Each walk is read by the shipped profiles and held against an independent reading
            of the same walk, and against a plain script (`lab/walks/count`) that counts power supplies and fans in the raw walk by the MIB
            texts alone.

            - **faults found**: states that the reference calls warning or critical, and that we call degraded, failed or absent with the
              same object identifier in the evidence;
            - **ok called a fault**: states that the reference calls ok and that we call a fault;
            - **supplies**, **fans**: components that we list / what the script counts.

            Walks marked * were set aside before any profile was written, and not read until all profiles were there
            (`lab/walks/set-aside.txt`: the first third of the names in order of their SHA-256).

            | walk | profiles beside the standard ones | faults found | ok called a fault | supplies | fans |
            |---|---|---|---|---|---|
            """;

    private static final String SCORES =
            """

            ## The walks that were set aside

            | | faults found | ok called a fault | walks whose supplies and fans agree with the script |
            |---|---|---|---|
            """;

    private static final String EXPLANATIONS =
            """

            ## Where we do not follow the reference

            | walk | object | what it says | why |
            |---|---|---|---|
            """;
}
