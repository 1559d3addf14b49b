package io.holdfast.mibs.smi;

/**
 * A piece of a MIB text.
 *
 * @param kind what it is
 * @param text what it says; of a quoted text nothing, for nobody asks
 * @param line the line, from 1
 * @param column the column, from 1
 */
record Token(Kind kind, String text, int line, int column) {

    enum Kind {
        WORD,
        NUMBER,
        /** In double quotes, or a binary or hexadecimal string. */
        QUOTED,
        /** {@code ::=}. */
        ASSIGN,
        /** A single character. */
        MARK,
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.MARK) && text.equals(wanted);
    }
}
