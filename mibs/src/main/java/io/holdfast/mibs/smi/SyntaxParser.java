package io.holdfast.mibs.smi;

import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.smi.Definition.Syntax;
import io.holdfast.mibs.smi.Token.Kind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads types: behind SYNTAX, and behind the {@code ::=} of a type. */
final class SyntaxParser {

    private static final int LONGEST_NUMBER = "-2147483648".length();

    private final TokenStream tokens;

    SyntaxParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** The type behind {@code ::=}; empty for rows' sequences and what is no type. */
    Optional<Syntax> type() {
        if (!tokens.is("TEXTUAL-CONVENTION")) {
            return syntax();
        }
        while (tokens.kind() != Kind.END && !tokens.is("SYNTAX") && !tokens.is("END")) {
            tokens.take();
        }
        if (!tokens.is("SYNTAX")) {
            return Optional.empty();
        }
        tokens.take();
        return syntax();
    }

    /** The type that comes next. */
    Optional<Syntax> syntax() {
        if (tokens.is("[")) {
            tokens.skipPast("]");
        }
        if (tokens.is("IMPLICIT")) {
            tokens.take();
        }
        if (tokens.kind() != Kind.WORD) {
            return Optional.empty();
        }
        String base = tokens.take().text();
        return switch (base) {
            case "SEQUENCE" -> sequence();
            case "CHOICE" -> {
                tokens.braces();
                yield Optional.empty();
            }
            case "OCTET", "OBJECT", "BIT" -> Optional.of(plain(base + "-" + tokens.take().text()));
            default -> Optional.of(plain(base));
        };
    }

    private Optional<Syntax> sequence() {
        if (tokens.is("{")) {
            tokens.take();
            tokens.restOfBraces();
            return Optional.empty();
        }
        if (!tokens.is("OF")) {
            return Optional.empty();
        }
        tokens.take();
        return Optional.of(new Syntax(tokens.take().text(), true, Labels.NONE));
    }

    private Syntax plain(String base) {
        if (tokens.is("{")) {
            return new Syntax(base, false, new Labels(base.equals("BITS"), words()));
        }
        tokens.parentheses();
        return new Syntax(base, false, Labels.NONE);
    }

    /** {@code { up(1), down(2) }}, commas or not. */
    private SortedMap<Integer, String> words() {
        SortedMap<Integer, String> words = new TreeMap<>();
        tokens.take();
        String word = "";
        while (tokens.kind() != Kind.END && !tokens.is("}")) {
            Token token = tokens.take();
            if (token.kind() == Kind.WORD) {
                word = token.text();
            } else if (token.kind() == Kind.NUMBER
                    && MibModule.isName(word)
                    && words.size() < Labels.MOST_WORDS) {
                put(words, token.text(), word);
                word = "";
            }
        }
        tokens.take();
        return words;
    }

    /** An INTEGER has 32 bits; vendors write the number of -1 as 4294967295. */
    private static void put(SortedMap<Integer, String> words, String number, String word) {
        if (number.length() <= LONGEST_NUMBER) {
            long value = Long.parseLong(number);
            if (value >= Integer.MIN_VALUE && value < 1L << Integer.SIZE) {
                words.putIfAbsent((int) value, word);
            }
        }
    }
}
