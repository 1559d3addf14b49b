package io.holdfast.mibs.smi;

import io.holdfast.mibs.smi.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tokens with one looked at ahead. */
final class TokenStream {

    private final Lexer lexer;
    private Token ahead;

    TokenStream(String text) {
        lexer = new Lexer(text);
        ahead = lexer.next();
    }

    Kind kind() {
        return ahead.kind();
    }

    String text() {
        return ahead.text();
    }

    boolean is(String wanted) {
        return ahead.is(wanted);
    }

    Token take() {
        Token taken = ahead;
        ahead = lexer.next();
        return taken;
    }

    void skipPast(String wanted) {
        while (kind() != Kind.END && !is(wanted)) {
            take();
        }
        take();
    }

    /** The words between the braces that come next; none where no brace comes. */
    List<String> braces() {
        List<String> words = new ArrayList<>();
        if (!is("{")) {
            return words;
        }
        take();
        while (kind() != Kind.END && !is("}")) {
            Token token = take();
            if (token.kind() == Kind.WORD) {
                words.add(token.text());
            }
        }
        take();
        return words;
    }

    /** Goes behind the brace that closes the one just taken. */
    void restOfBraces() {
        int depth = 1;
        while (kind() != Kind.END && depth > 0) {
            Token token = take();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
        }
    }

    /** Goes behind the parenthesis that closes the one that comes next, if one does. */
    void parentheses() {
        int depth = 0;
        do {
            depth += is("(") ? 1 : is(")") ? -1 : 0;
            if (depth > 0 || is(")")) {
                take();
            }
        } while (depth > 0 && kind() != Kind.END);
    }
}
