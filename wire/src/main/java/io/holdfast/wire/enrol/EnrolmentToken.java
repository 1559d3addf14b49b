package io.holdfast.wire.enrol;

import io.holdfast.wire.tls.Fingerprint;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to ask for a certificate, as an operator carries it from collector to agent: {@code
 * hf1.ID.SECRET.FINGERPRINT}.
 *
 * @param id what the collector knows the token by; no secret
 * @param secret never travels: only a proof made with it does
 * @param authority the certificate of the authority that the collector must show to be believed
 */
public record EnrolmentToken(String id, TokenSecret secret, Fingerprint authority) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{4,32}");
    private static final Pattern FORM =
            Pattern.compile("hf1\\.(" + ID + ")\\.([A-Za-z0-9_-]{43})\\.([0-9a-fA-F]{64})");

    public EnrolmentToken {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "expected a token's id of 4 to 32 letters and digits");
        }
    }

    /**
     * The token that this text is.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat the text
     */
    public static EnrolmentToken parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected an enrolment token as `holdfast collector token create` prints it"
                            + " (hf1.ID.SECRET.FINGERPRINT), found a text of "
                            + text.strip().length()
                            + " characters that is none");
        }
        return new EnrolmentToken(
                matcher.group(1),
                new TokenSecret(Base64.getUrlDecoder().decode(matcher.group(2))),
                new Fingerprint(matcher.group(3)));
    }

    /** The whole token with its secret, for the one place that hands it to an operator. */
    public String reveal() {
        return "hf1." + id + "." + secret.reveal() + "." + authority;
    }

    @Override
    public String toString() {
        return "hf1." + id + ".***";
    }
}
