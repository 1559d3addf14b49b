package io.holdfast.collector.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What came of a restore, and above all who may connect now.
 *
 * @param backup what was restored
 * @param into the state directory
 * @param replaced what became of the store that was there
 * @param valid who has a certificate that counts
 * @param tokens how many enrolment tokens can be used
 */
public record Restored(Path backup, Path into, Replaced replaced, List<Valid> valid, int tokens) {

    private static final int MOST_LISTED = 200;

    public Restored {
        valid = List.copyOf(valid);
    }

    /** A certificate that counts. */
    public record Valid(String holder, String role, Instant until) {}

    /** A revocation that the backup does not know. */
    public record Revocation(String holder, Instant at, String by, String reason) {}

    /** What became of the store that was there. */
    public sealed interface Replaced {

        /** There was none. */
        record Nothing() implements Replaced {}

        /** Its certificates, revocations and spent tokens were taken over. */
        record TakenOver(List<Revocation> revocations) implements Replaced {
            public TakenOver {
                revocations = List.copyOf(revocations);
            }
        }

        /** Nothing of it could be taken over. */
        record Lost(String why) implements Replaced {}
    }

    /** What was done, for standard output. */
    public String text() {
        StringBuilder text = new StringBuilder("restored " + backup + " into " + into + "\n");
        if (replaced instanceof Replaced.TakenOver(List<Revocation> revocations)) {
            text.append("  revoked since the backup, and revoked still:")
                    .append(revocations.isEmpty() ? " nobody\n" : "\n");
            revocations.forEach(
                    r ->
                            text.append("    ")
                                    .append(r.holder())
                                    .append(", at ")
                                    .append(seconds(r.at()))
                                    .append(" by ")
                                    .append(r.by())
                                    .append(r.reason().isEmpty() ? "" : ": " + r.reason())
                                    .append('\n'));
        }
        text.append("  who may connect now, and until when:")
                .append(valid.isEmpty() ? " nobody\n" : "\n");
        valid.stream()
                .limit(MOST_LISTED)
                .forEach(
                        v ->
                                text.append("    ")
                                        .append(v.holder())
                                        .append(
                                                v.holder().startsWith(v.role())
                                                        ? ""
                                                        : ", " + v.role())
                                        .append(", ")
                                        .append(seconds(v.until()))
                                        .append('\n'));
        if (valid.size() > MOST_LISTED) {
            text.append("    and ").append(valid.size() - MOST_LISTED).append(" more\n");
        }
        return text.toString();
    }

    /** What somebody has to look at before the collector is started; empty where nothing. */
    public String warning() {
        String why =
                switch (replaced) {
                    case Replaced.TakenOver _ -> "";
                    case Replaced.Nothing _ -> "there was no store to take revocations from";
                    case Replaced.Lost(String reason) ->
                            "the revocations of the store that was replaced are lost: " + reason;
                };
        if (why.isEmpty()) {
            return "";
        }
        return "WARNING: "
                + why
                + ". Whoever was revoked after the backup was made may connect again"
                + (tokens == 0
                        ? ""
                        : ", and "
                                + tokens
                                + (tokens == 1
                                        ? " enrolment token of it counts again"
                                        : " enrolment tokens of it count again"))
                + ".\n  to do: read the list above; once the collector runs: holdfast agents revoke"
                + " HOST"
                + (tokens == 0 ? "" : "; holdfast collector token list, token delete ID")
                + "\n";
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
