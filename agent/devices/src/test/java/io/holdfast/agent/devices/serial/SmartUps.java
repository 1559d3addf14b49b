package io.holdfast.agent.devices.serial;

import io.holdfast.testkit.Pty;
import io.holdfast.testkit.PtyDevice;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A UPS that speaks APC's Smart protocol, played over a pseudo terminal or a fake line. */
public final class SmartUps implements PtyDevice.Behaviour, Function<String, String> {

    private final Map<String, String> answers =
            new ConcurrentHashMap<>(
                    Map.ofEntries(
                            Map.entry("Y", "SM"),
                            Map.entry("Q", "08"),
                            Map.entry("\u0001", "SMART-UPS 1500"),
                            Map.entry("n", "AS1234567890"),
                            Map.entry("b", "601.3.D"),
                            Map.entry("L", "231.8"),
                            Map.entry("l", "196"),
                            Map.entry("u", "253"),
                            Map.entry("O", "231.8"),
                            Map.entry("F", "50.00"),
                            Map.entry("P", "027.3"),
                            Map.entry("C", "031.5"),
                            Map.entry("f", "100.0"),
                            Map.entry("B", "27.60"),
                            Map.entry("j", "0112:"),
                            Map.entry("X", "OK"),
                            Map.entry("8", "00")));

    /** Changes what the UPS answers to a question. */
    public void answer(String question, String text) {
        answers.put(question, text);
    }

    @Override
    public String apply(String question) {
        return answers.getOrDefault(question, "NA") + "\r\n";
    }

    @Override
    public int receive(byte[] soFar, Pty pty) {
        for (byte letter : soFar) {
            pty.write(apply(String.valueOf((char) letter)).getBytes(StandardCharsets.ISO_8859_1));
        }
        return soFar.length;
    }
}
