package io.holdfast.config.rack;

import io.holdfast.config.value.Flags;
import io.holdfast.config.value.Texts;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.device.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The reader of {@code ca}, {@code fingerprint} and {@code insecure}. */
public final class TrustConfig {

    /** The keys, of which one may be given. */
    public static final List<String> KEYS = List.of("ca", "fingerprint", "insecure");

    private static final Predicate<String> FINGERPRINT =
            Pattern.compile("[0-9A-Fa-f]{64}|([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}")
                    .asMatchPredicate();
    private static final Predicate<String> CERTIFICATE =
            Pattern.compile(
                            "-----BEGIN CERTIFICATE-----\\s[A-Za-z0-9+/=\\s]{1,16000}"
                                    + "-----END CERTIFICATE-----\\s*")
                    .asMatchPredicate();

    private TrustConfig() {}

    /** What is said of trust; the machine's own authorities where nothing is. */
    public static Trust read(Section section) {
        List<Trust> given = new ArrayList<>();
        section.value("ca", text("a certificate in PEM form", CERTIFICATE))
                .ifPresent(pem -> given.add(new Trust.Authority(pem)));
        section.value("fingerprint", text("the SHA-256 of a certificate", FINGERPRINT))
                .map(text -> text.replace(":", "").toLowerCase(Locale.ROOT))
                .ifPresent(sha256 -> given.add(new Trust.Fingerprint(sha256)));
        if (section.value("insecure", new Flags(), false)) {
            given.add(new Trust.Anyone());
        }
        if (given.size() > 1) {
            section.problem(
                    "insecure", "expected one of ca, fingerprint and insecure, found several");
        }
        return given.isEmpty() ? new Trust.Machine() : given.getFirst();
    }

    private static Texts<String> text(String expected, Predicate<String> form) {
        return new Texts<>(expected, text -> Optional.of(text).filter(form));
    }
}
