package io.holdfast.cli.support;

import java.util.regex.Pattern;

/**
 * Takes secrets out of texts that leave the house.
 *
 * <p>Settings name files and variables with secrets and never hold one; this is the second line,
 * for texts that somebody wrote otherwise, and for logs.
 */
public final class Redaction {

    private static final String HIDDEN = "***";

    private static final Pattern PRIVATE_KEY =
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)",
                    Pattern.DOTALL);

    /** {@code hf1.ID.SECRET.FINGERPRINT}: the id may stay. */
    private static final Pattern TOKEN =
            Pattern.compile("\\bhf1\\.([A-Za-z0-9]{1,32})\\.[A-Za-z0-9_.-]+");

    /**
     * A key whose value is a secret; {@code password-file} and {@code password-env} name where it
     * is.
     */
    private static final Pattern SECRET_KEY =
            Pattern.compile(
                    "(?im)^(\\s*(?:- )?[\\w-]*(?:password|passwd|secret|token|community|api-?key)[\"']?\\s*[:=])[ \\t]*\\S.*$");

    /** The same inside braces, as in {@code pdus: {community: public}}. */
    private static final Pattern SECRET_IN_BRACES =
            Pattern.compile(
                    "(?i)([{,]\\s*[\\w-]*(?:password|passwd|secret|token|community|api-?key)[\"']?\\s*:)"
                            + "[ \\t]*[^\\s,}][^,}\\n]*");

    /** The same in the middle of a line, as a log may have it. */
    private static final Pattern SECRET_IN_LINE =
            Pattern.compile(
                    "(?i)(\\b(?:password|passwd|passphrase|secret|community|api-?key)[\"']?\\s?[:=])"
                            + "[ \\t]*(?!\\*\\*\\*)[^\\s,}]+");

    /** What follows the host of a URL, and who logs in there: a ping's path is its password. */
    private static final Pattern URL =
            Pattern.compile("(https?://)(?:[^/\\s@\"]*@)?([^/\\s\"']+)/[^\\s\"']+");

    private Redaction() {}

    /** The text with {@code ***} for every secret in it. */
    public static String of(String text) {
        String out = PRIVATE_KEY.matcher(text).replaceAll(HIDDEN);
        out = TOKEN.matcher(out).replaceAll("hf1.$1." + HIDDEN);
        out = SECRET_KEY.matcher(out).replaceAll("$1 " + HIDDEN);
        out = SECRET_IN_BRACES.matcher(out).replaceAll("$1 " + HIDDEN);
        out = SECRET_IN_LINE.matcher(out).replaceAll("$1 " + HIDDEN);
        return URL.matcher(out).replaceAll("$1$2/" + HIDDEN);
    }
}
