package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.core.check.Trial;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code ping -q} says, iputils ping(8): "3 packets transmitted, 2 received, 33% packet
 * loss" and "rtt min/avg/max/mdev = 0.1/0.2/0.3/0.1 ms". Pure.
 */
final class PingReport {

    private static final Pattern COUNTS =
            Pattern.compile("(\\d{1,9}) packets transmitted, (\\d{1,9}) (?:packets )?received");
    private static final Pattern TIMES =
            Pattern.compile("(?:rtt|round-trip)[^=]{1,40}= [\\d.]{1,12}/([\\d.]{1,12})/");
    private static final double MILLIS = 1000.0;
    private static final double PERCENT = 100.0;
    private static final String REMEDY = "install iputils-ping";

    private PingReport() {}

    static Answer of(Trial.Ping trial, Outcome outcome) {
        if (outcome instanceof Outcome.TimedOut) {
            return new Answer.Bad(
                    new Evidence(trial.shown(), "", "", "no answer before the deadline"));
        }
        if (!(outcome instanceof Outcome.Finished finished)) {
            return new Answer.Unclear(outcome.silence(REMEDY));
        }
        Matcher counts = COUNTS.matcher(finished.out());
        if (!counts.find()) {
            // Code 2 and no count: no such name, no route, no permission.
            return new Answer.Unclear(outcome.silence("try: " + trial.shown()));
        }
        long sent = Long.parseLong(counts.group(1));
        long received = Long.parseLong(counts.group(2));
        Evidence evidence =
                new Evidence(
                        trial.shown(),
                        "received",
                        received + " of " + sent,
                        received == 0 ? "no answer" : "answers");
        if (sent == 0) {
            return new Answer.Unclear(
                    Silence.of(Silence.Cause.FAILED, "ping could not send anything"));
        }
        return received == 0
                ? new Answer.Bad(evidence)
                : new Answer.Good(evidence, readings(finished.out(), sent, received));
    }

    private static List<Reading> readings(String out, long sent, long received) {
        List<Reading> readings = new ArrayList<>();
        double lost = PERCENT * (sent - Math.min(received, sent)) / sent;
        readings.add(Reading.of("loss", lost, Unit.PERCENT));
        Matcher times = TIMES.matcher(out);
        if (times.find()) {
            try {
                double average = Double.parseDouble(times.group(1)) / MILLIS;
                readings.add(Reading.of("response", average, Unit.SECONDS));
            } catch (NumberFormatException e) {
                // Two dots in a number: it answered all the same.
                return readings;
            }
        }
        return readings;
    }
}
