package io.holdfast.config.agent;

import io.holdfast.core.component.HostId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses devices: {@code site/rack/name}, where {@code *} stands for any characters but a slash.
 *
 * @param text as it was written
 */
public record DevicePattern(String text) {

    /** Every device. */
    public static final DevicePattern ANY = new DevicePattern("*/*/*");

    private static final int PARTS = 3;

    /** The pattern of a text, or empty where it is none. */
    static Optional<DevicePattern> parse(String text) {
        List<String> parts = Arrays.asList(text.split("/", -1));
        boolean whole =
                parts.size() == PARTS
                        && parts.stream().noneMatch(String::isBlank)
                        && text.chars().noneMatch(Character::isWhitespace);
        return whole ? Optional.of(new DevicePattern(text)) : Optional.empty();
    }

    /** Whether this device is meant. */
    public boolean matches(HostId device) {
        String expression =
                Arrays.stream(text.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]*"));
        return Pattern.matches(expression, device.toString());
    }
}
