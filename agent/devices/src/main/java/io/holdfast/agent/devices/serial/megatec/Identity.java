package io.holdfast.agent.devices.serial.megatec;

import java.util.Optional;

/**
 * Who a UPS says it is: the answer to {@code I}, columns of 15, 10 and 10 characters with spaces
 * between. Many say nothing but dashes.
 */
record Identity(String vendor, String model, String firmware) {

    static final Identity UNKNOWN = new Identity("", "", "");

    private static final int VENDOR_END = 15;
    private static final int MODEL_END = 26;

    static Optional<Identity> decode(byte[] answer) {
        return Answers.body(answer, '#')
                .filter(body -> body.length() > VENDOR_END)
                .map(
                        body ->
                                new Identity(
                                        column(body, 0, VENDOR_END),
                                        column(body, VENDOR_END, MODEL_END),
                                        column(body, MODEL_END, body.length())));
    }

    private static String column(String body, int from, int to) {
        int end = Math.min(to, body.length());
        String text = from < end ? body.substring(from, end).strip() : "";
        return text.matches("-*") ? "" : text;
    }
}
