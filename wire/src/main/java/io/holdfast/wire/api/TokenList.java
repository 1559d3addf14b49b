package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * The tokens that can still be used, without their secrets.
 *
 * @param at when this was so
 * @param tokens the tokens
 */
public record TokenList(Instant at, List<Token> tokens) {

    public TokenList {
        tokens = List.copyOf(tokens);
    }

    /**
     * One token.
     *
     * @param id its name
     * @param hosts the hosts that it serves
     * @param usesLeft how often it may still be used
     * @param expires when it ends
     * @param createdBy who made it
     */
    public record Token(String id, String hosts, int usesLeft, Instant expires, String createdBy) {}
}
