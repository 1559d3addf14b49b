package io.holdfast.config.value;

import java.util.regex.Pattern;

/** What a name or address of a host looks like, without asking any name server. */
final class NetworkNames {

    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern V6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");

    /** RFC 1123, section 2.1, and the underscore that real networks have. */
    private static final Pattern DNS =
            Pattern.compile(
                    "(?=.{1,253}$)\\w(?:[\\w-]{0,61}\\w)?(?:\\.\\w(?:[\\w-]{0,61}\\w)?)*\\.?");

    private NetworkNames() {}

    /** Whether a text is a DNS name or an IPv4 address. */
    static boolean isHost(String text) {
        return DIGITS_AND_DOTS.matcher(text).matches()
                ? V4.matcher(text).matches()
                : DNS.matcher(text).matches();
    }

    /** Whether a text is a DNS name or an address of either family. */
    static boolean isHostOrAddress(String text) {
        return text.contains(":") ? V6.matcher(text).matches() : isHost(text);
    }
}
