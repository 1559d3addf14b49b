package io.holdfast.mibs.smi;

import io.holdfast.mibs.names.Labels;
import java.util.List;
import java.util.Optional;

/** What a MIB text defines, with names as they stand there. */
sealed interface Definition {

    /** The name it gives. */
    String name();

    /** The token of that name. */
    Token at();

    /** What a definition is of. */
    enum Sort {
        PLACE,
        OBJECT,
        NOTIFICATION
    }

    /**
     * Something with a place in the tree.
     *
     * @param place the arcs between the braces
     * @param indexed whether it has an index, which makes it a row
     * @param objects the names of what a notification carries
     */
    record Node(
            Token at,
            Sort sort,
            Optional<Syntax> syntax,
            boolean indexed,
            List<String> objects,
            List<Arc> place)
            implements Definition {

        @Override
        public String name() {
            return at.text();
        }
    }

    /** A notification of SMIv1 (RFC 1215). */
    record Trap(Token at, String enterprise, List<String> objects, int number)
            implements Definition {

        @Override
        public String name() {
            return at.text();
        }
    }

    /** A type. */
    record Type(Token at, Syntax syntax) implements Definition {

        @Override
        public String name() {
            return at.text();
        }
    }

    /**
     * One step of a place.
     *
     * @param name its name; empty where it is a number alone
     * @param number its number, unsigned; empty where it is a name alone
     */
    record Arc(String name, Optional<Integer> number) {}

    /**
     * A type as it is written at some place.
     *
     * @param base the type's name
     * @param table whether it is {@code SEQUENCE OF}
     * @param labels the words that are given there
     */
    record Syntax(String base, boolean table, Labels labels) {}
}
