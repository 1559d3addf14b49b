package io.holdfast.agent.devices.serial.console;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.mibs.line.ConsoleCommand;
import io.holdfast.mibs.line.ConsoleRule;
import io.holdfast.mibs.line.Meaning;
import io.holdfast.mibs.line.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads what a command printed by the script's rules; whatever it is, this is an answer. */
final class OutputDecoder {

    private static final List<String> ATTRIBUTES = List.of("vendor", "model", "serial", "firmware");
    private static final int MOST_LINES = 4096;
    private static final int LONGEST_NUMBER = 15;
    private static final int LONGEST_NAME = 60;

    private OutputDecoder() {}

    /**
     * Notes everything that the output says.
     *
     * @return how many lines a rule fitted
     */
    static int decode(ConsoleCommand command, byte[] output, DeviceDraft draft) {
        int fitted = 0;
        for (String line : Screen.lines(output).stream().limit(MOST_LINES).toList()) {
            for (ConsoleRule rule : command.rules().values()) {
                Optional<Matcher> match = Steps.find(rule.pattern(), line);
                if (match.isPresent() && tell(command, rule, match.get(), draft)) {
                    fitted++;
                }
            }
        }
        return fitted;
    }

    private static boolean tell(
            ConsoleCommand command, ConsoleRule rule, Matcher match, DeviceDraft draft) {
        String name = (rule.name() + group(rule, match, "name")).strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        Part part = new Part(rule.kind(), printable(name));
        String state = group(rule, match, "state").strip();
        Optional<Meaning> meaning =
                Optional.ofNullable(rule.states().get(state.toLowerCase(Locale.ROOT)))
                        .or(rule::otherwise);
        if (meaning.isPresent() && meaning.get().verdict() == Meaning.Verdict.IGNORE) {
            return true;
        }
        meaning.ifPresent(known -> draft.meaning(part, known, command.send() + " " + name, state));
        for (String attribute : ATTRIBUTES) {
            draft.attribute(part, attribute, group(rule, match, attribute));
        }
        rule.readings()
                .forEach(
                        (group, measure) ->
                                number(group(rule, match, group))
                                        .ifPresent(
                                                number ->
                                                        draft.measure(
                                                                part,
                                                                measure,
                                                                number,
                                                                command.send() + " " + name)));
        return true;
    }

    private static String group(ConsoleRule rule, Matcher match, String group) {
        String text = rule.hasGroup(group) ? match.group(group) : null;
        return text == null ? "" : text;
    }

    private static Optional<Double> number(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?")
                ? Optional.of(Double.parseDouble(text))
                : Optional.empty();
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(Character.isISOControl(c) ? '?' : (char) c));
        return out.toString();
    }
}
