package io.holdfast.agent.devices.nut;

import io.holdfast.core.observation.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What upsd answered to a {@code LIST}. */
sealed interface UpsdList {

    /** The lines between {@code BEGIN} and {@code END}. */
    record Lines(List<UpsdLine> lines) implements UpsdList {}

    /** It answered with an error, or with something else. */
    record Refused(Silence why) implements UpsdList {}

    /**
     * Reads an answer.
     *
     * @param question what followed {@code LIST}, such as {@code VAR eaton}
     */
    static UpsdList decode(String question, List<String> answer) {
        Optional<UpsdLine> first =
                answer.isEmpty() ? Optional.empty() : UpsdLine.parse(answer.get(0));
        if (first.isPresent() && first.get().begins("ERR")) {
            return new Refused(refusal(question, first.get().word(1)));
        }
        if (first.isEmpty() || !first.get().begins("BEGIN", "LIST")) {
            return new Refused(notUnderstood(question, answer));
        }
        List<UpsdLine> lines = new ArrayList<>();
        for (String text : answer.subList(1, answer.size())) {
            Optional<UpsdLine> line = UpsdLine.parse(text);
            if (line.isPresent() && line.get().begins("END", "LIST")) {
                return new Lines(List.copyOf(lines));
            }
            line.ifPresent(lines::add);
        }
        return new Refused(
                Silence.of(
                        Silence.Cause.NOT_UNDERSTOOD,
                        "upsd's answer to LIST " + question + " has no end"));
    }

    private static Silence notUnderstood(String question, List<String> answer) {
        String found = answer.isEmpty() ? "nothing" : "'" + answer.get(0) + "'";
        return new Silence(
                Silence.Cause.NOT_UNDERSTOOD,
                "expected BEGIN LIST " + question + ", found " + found,
                "check that upsd listens there (its port is 3493)");
    }

    private static Silence refusal(String question, String error) {
        String asked = "upsd refuses LIST " + question + ": ";
        return switch (error) {
            case "DATA-STALE" ->
                    new Silence(
                            Silence.Cause.TIMED_OUT,
                            asked + "its driver has lost the device",
                            "check the cable; upsdrvctl start brings the driver back");
            case "DRIVER-NOT-CONNECTED" ->
                    new Silence(
                            Silence.Cause.FAILED,
                            asked + "its driver does not run",
                            "upsdrvctl start");
            case "UNKNOWN-UPS" ->
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            asked + "it knows no such UPS",
                            "holdfast probe nut HOST without --ups shows those it knows");
            case "ACCESS-DENIED" ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            asked + "this address may not read it",
                            "see LISTEN in upsd.conf, and the host's packet filter");
            default -> Silence.of(Silence.Cause.FAILED, asked + error);
        };
    }
}
