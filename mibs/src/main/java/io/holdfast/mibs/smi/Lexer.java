package io.holdfast.mibs.smi;

import io.holdfast.mibs.smi.Token.Kind;

/**
 * Cuts a MIB text into tokens; never fails, whatever the text is.
 *
 * <p>A comment ends with its line. By ASN.1 it could end at a second {@code --} too, but in MIBs of
 * the field that is a row of hyphens.
 */
final class Lexer {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; at the end {@link Kind#END}, again and again. */
    Token next() {
        skip();
        if (at >= text.length()) {
            return token(Kind.END, at, "");
        }
        int start = at;
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return quoted(c);
        }
        if (text.startsWith("::=", at)) {
            at += 3;
            return token(Kind.ASSIGN, start, "::=");
        }
        if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number();
        }
        if (isLetter(c)) {
            word();
            return token(Kind.WORD, start, text.substring(start, at));
        }
        at++;
        return token(Kind.MARK, start, String.valueOf(c));
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c <= ' ' || c == '\u00a0' || c == '\ufeff') {
                at++;
            } else {
                return;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private Token quoted(char quote) {
        Token token = token(Kind.QUOTED, at, "");
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
        at++;
        return token;
    }

    /** Digits; a word where letters follow, as in {@code 10baseT}. */
    private Token number() {
        int start = at;
        at++;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        boolean digits = at >= text.length() || !isLetter(text.charAt(at));
        if (!digits) {
            word();
        }
        return token(digits ? Kind.NUMBER : Kind.WORD, start, text.substring(start, at));
    }

    /** Letters, digits, hyphens and underscores; two hyphens begin a comment. */
    private void word() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean hyphen = c == '-' && !text.startsWith("--", at);
            if (!hyphen && !isLetter(c) && !isDigit(c) && c != '_') {
                return;
            }
            at++;
        }
    }

    private Token token(Kind kind, int start, String word) {
        return new Token(kind, word, line, start - lineStart + 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
