package io.holdfast.mibs.smi;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.smi.Definition.Arc;
import io.holdfast.mibs.smi.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads places in the tree: {@code { parent 1 }}, {@code { iso org(3) dod(6) 1 }}. */
record PlaceParser(TokenStream tokens) {

    /** The arcs between the braces that come next; none where they are not right. */
    List<Arc> place() {
        List<Arc> arcs = new ArrayList<>();
        if (!tokens.is("{")) {
            return arcs;
        }
        tokens.take();
        while (tokens.kind() != Kind.END && !tokens.is("}")) {
            if (arcs.size() == Oid.MOST_ARCS) {
                return List.of();
            }
            Token token = tokens.take();
            if (token.kind() == Kind.NUMBER) {
                Optional<Integer> number = arc(token.text());
                if (number.isEmpty()) {
                    return List.of();
                }
                arcs.add(new Arc("", number));
            } else if (token.kind() == Kind.WORD) {
                arcs.add(new Arc(token.text(), inParentheses()));
            }
        }
        tokens.take();
        return arcs;
    }

    private Optional<Integer> inParentheses() {
        if (!tokens.is("(")) {
            return Optional.empty();
        }
        tokens.take();
        Optional<Integer> number = arc(tokens.take().text());
        if (tokens.is(")")) {
            tokens.take();
        }
        return number;
    }

    /** An arc as an unsigned number; empty where the text is none. */
    static Optional<Integer> arc(String text) {
        try {
            return Optional.of(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
