package io.holdfast.agent.devices.serial;

import io.holdfast.testkit.Pty;
import io.holdfast.testkit.PtyDevice;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A UPS that speaks Megatec, played over a pseudo terminal or a fake line. */
public final class MegatecUps implements PtyDevice.Behaviour, Function<String, String> {

    /** On mains, all well. */
    public static final String ON_LINE = "230.0 230.0 230.1 023 50.0 27.4 25.0 00001000";

    /** The mains have failed. */
    public static final String ON_BATTERY = "000.0 000.0 230.1 045 50.0 21.1 27.0 10001000";

    private volatile String state = ON_LINE;

    /** Puts the UPS into a state, in the words of its answer to Q1. */
    public void state(String words) {
        state = words;
    }

    @Override
    public String apply(String question) {
        return switch (question) {
            case "Q1\r" -> "(" + state + "\r";
            case "F\r" -> "#230.0 006 024.0 50.0\r";
            case "I\r" -> "#HOLDFAST LAB    SIM-1500   V1.0      \r";
            default -> "";
        };
    }

    @Override
    public int receive(byte[] soFar, Pty pty) {
        String text = new String(soFar, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\r') + 1;
        if (end > 0) {
            String answer = apply(text.substring(0, end));
            if (!answer.isEmpty()) {
                pty.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return end;
    }
}
