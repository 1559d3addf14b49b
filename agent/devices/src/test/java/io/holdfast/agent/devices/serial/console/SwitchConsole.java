package io.holdfast.agent.devices.serial.console;

import io.holdfast.testkit.Pty;
import io.holdfast.testkit.PtyDevice;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The console of a switch with a login, a pager that will not be switched off, and an echo. */
final class SwitchConsole implements PtyDevice.Behaviour, Function<String, String> {

    static final String GOOD_POWER =
            """
            SW  PID                 Serial#     Status           Sys Pwr  PoE Pwr  Watts
            --  ------------------  ----------  ---------------  -------  -------  -----
            1A  PWR-C1-715WAC       LIT20431AAA OK               Good     Good     715
            1B  PWR-C1-715WAC       LIT20431BBB OK               Good     Good     715
            """;

    private enum At {
        USER,
        PASSWORD,
        PROMPT,
        PAGE
    }

    private final Map<String, String> answers =
            new ConcurrentHashMap<>(
                    Map.of(
                            "show version",
                            """
                            Cisco IOS Software [Fuji], Version 16.9.4, RELEASE
                            Model Number                       : WS-C3850-48P
                            System Serial Number               : FOC2043X0XX
                            """,
                            "show environment power",
                            GOOD_POWER,
                            "show environment fan",
                            "  1       1     5600       OK\n  1       2     5600       OK\n",
                            "show environment temperature",
                            "Inlet Temperature Value: 27 Degree Celsius\n"));
    private At at = At.USER;
    private String rest = "";
    private int refusals;

    void answer(String command, String text) {
        answers.put(command, text);
    }

    int refusals() {
        return refusals;
    }

    @Override
    public String apply(String sent) {
        return switch (at) {
            case USER -> user(sent);
            case PASSWORD -> password(sent);
            case PAGE -> "\b\b\b\b\b\b\b\b\b        \r" + page(rest);
            case PROMPT -> sent + "\n" + command(sent.strip());
        };
    }

    private String user(String sent) {
        if (sent.isBlank()) {
            return "\r\n\r\nUser Access Verification\r\n\r\nUsername: ";
        }
        at = At.PASSWORD;
        return sent + "\nPassword: ";
    }

    private String password(String sent) {
        boolean good = sent.equals("s3cret\r");
        at = good ? At.PROMPT : At.USER;
        refusals += good ? 0 : 1;
        return good ? "\r\nsw1#" : "\r\n% Login invalid\r\n\r\nUsername: ";
    }

    private String command(String sent) {
        if (sent.equals("exit")) {
            at = At.USER;
            return "\r\nsw1 con0 is now available\r\n";
        }
        return page(answers.getOrDefault(sent, "").replace("\n", "\r\n"));
    }

    /** Three lines fit on a page. */
    private String page(String text) {
        int end = 0;
        for (int i = 0; i < 3 && end >= 0; i++) {
            end = text.indexOf('\n', end) + 1;
            end = end == 0 ? -1 : end;
        }
        if (end < 0 || end == text.length()) {
            at = At.PROMPT;
            rest = "";
            return text + "sw1#";
        }
        at = At.PAGE;
        rest = text.substring(end);
        return text.substring(0, end) + " --More-- ";
    }

    @Override
    public int receive(byte[] soFar, Pty pty) {
        String text = new String(soFar, StandardCharsets.UTF_8);
        int end = at == At.PAGE ? 1 : text.indexOf('\r') + 1;
        if (end > 0) {
            pty.write(apply(text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
        }
        return end;
    }
}
