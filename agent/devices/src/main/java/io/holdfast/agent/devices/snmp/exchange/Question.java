package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.mibs.object.Oid;
import java.util.List;

/** What an SNMP agent is asked (RFC 3416, section 4.2). */
public sealed interface Question {

    /** The most instances that we ask for by name in one message: more may not fit an answer. */
    int MOST_NAMES = 40;

    /** The values of these very instances. */
    record Get(List<Oid> names) implements Question {
        public Get {
            names = requireFew(List.copyOf(names));
        }
    }

    /** The instance behind each of these. */
    record Next(List<Oid> after) implements Question {
        public Next {
            after = requireFew(List.copyOf(after));
        }

        public Next(Oid after) {
            this(List.of(after));
        }
    }

    /**
     * The instances behind this one, several at once. SNMPv1 does not know this question.
     *
     * @param after where to begin
     * @param repetitions how many instances, at least 1
     */
    record Bulk(Oid after, int repetitions) implements Question {
        public Bulk {
            if (repetitions < 1) {
                throw new IllegalArgumentException(
                        "expected at least 1 repetition, found " + repetitions);
            }
        }
    }

    /** That these instances take these values. */
    record Set(List<Binding> bindings) implements Question {
        public Set {
            bindings = requireFew(List.copyOf(bindings));
        }
    }

    private static <T> List<T> requireFew(List<T> all) {
        if (all.isEmpty() || all.size() > MOST_NAMES) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MOST_NAMES + " instances, found " + all.size());
        }
        return all;
    }
}
