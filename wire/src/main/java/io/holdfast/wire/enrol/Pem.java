package io.holdfast.wire.enrol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of base64 between two lines that say what it is, after RFC 7468.
 *
 * @param label such as {@code CERTIFICATE} or {@code PRIVATE KEY}
 * @param bytes in DER
 */
public record Pem(String label, Bytes bytes) {

    public static final String CERTIFICATE = "CERTIFICATE";
    public static final String PRIVATE_KEY = "PRIVATE KEY";

    private static final int LINE = 64;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** The blocks in a text; whatever stands between them is skipped. */
    public static List<Pem> read(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            blocks.add(new Pem(matcher.group(1), Bytes.of(der)));
        }
        return blocks;
    }

    /** The block as it stands in a file, with its last line end. */
    public String text() {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getMimeEncoder(LINE, lineEnd).encodeToString(bytes.toArray());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    @Override
    public String toString() {
        return label;
    }
}
