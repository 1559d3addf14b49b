package io.holdfast.config.secret;

import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that name a secret: {@code password-file: /path}, {@code password-env: NAME} or {@code
 * password: ${env:NAME}}. A secret that stands in the file itself is refused, and not repeated in
 * the message.
 */
public final class SecretKeys {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:(" + VARIABLE + ")}");

    private static final Texts<String> NAME =
            new Texts<>(
                    "the name of an environment variable",
                    text -> Optional.of(text).filter(VARIABLE.asMatchPredicate()));

    private SecretKeys() {}

    /** Where the secret of this name comes from, if the section says so. */
    public static Optional<SecretSource> read(Section section, String name) {
        String fileKey = name + "-file";
        String variableKey = name + "-env";
        List<SecretSource> sources = new ArrayList<>();
        Position fileAt = section.at(fileKey);
        section.value(fileKey, Values.ABSOLUTE_PATH)
                .ifPresent(file -> sources.add(new SecretSource.FromFile(fileAt, file)));
        Position variableAt = section.at(variableKey);
        section.value(variableKey, NAME)
                .ifPresent(v -> sources.add(new SecretSource.FromEnvironment(variableAt, v)));
        if (section.hasUnadvertised(name)) {
            Position at = section.at(name);
            section.value(name, new Reference(name))
                    .ifPresent(v -> sources.add(new SecretSource.FromEnvironment(at, v)));
        }
        if (sources.size() > 1) {
            section.problem(variableKey, "expected one source of this secret, found several");
        }
        sources.forEach(section::mention);
        return sources.stream().findFirst();
    }

    /** Whether the section has any key for the secret of this name, right or wrong. */
    public static boolean given(Section section, String name) {
        return section.has(name + "-file")
                || section.has(name + "-env")
                || section.hasUnadvertised(name);
    }

    private record Reference(String name) implements ValueType<String> {

        @Override
        public String expected() {
            return "%s-file, %s-env or ${env:NAME}, found a secret in the file itself"
                    .formatted(name, name);
        }

        @Override
        public Parsed<String> read(Node.Scalar scalar) {
            Matcher reference = REFERENCE.matcher(scalar.text());
            return reference.matches()
                    ? new Parsed.Good<>(reference.group(1))
                    : new Parsed.Bad<>("expected " + expected());
        }
    }
}
