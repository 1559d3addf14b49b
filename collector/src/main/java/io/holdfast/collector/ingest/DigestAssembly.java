package io.holdfast.collector.ingest;

import io.holdfast.core.state.Change;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins the parts of a digest, which follow each other; mutable and for one thread. */
final class DigestAssembly {

    private final int mostChanges;
    private final List<Change> changes = new ArrayList<>();
    private Optional<FromAgent.DigestPart> last = Optional.empty();

    DigestAssembly(int mostChanges) {
        this.mostChanges = mostChanges;
    }

    /** What a part led to. */
    sealed interface Joined {

        /** More parts are to come. */
        record Open() implements Joined {}

        /** The digest is whole. */
        record Whole(FromAgent.DigestPart digest) implements Joined {}

        /** The part does not follow the one before, or makes the digest too long. */
        record Unfit(String why) implements Joined {}
    }

    Joined join(FromAgent.DigestPart part) {
        int expected = last.map(before -> before.part() + 1).orElse(0);
        boolean fits =
                part.part() == expected
                        && part.part() < part.parts()
                        && part.parts() <= WireLimits.MOST_PARTS
                        && last.stream()
                                .allMatch(
                                        before ->
                                                before.parts() == part.parts()
                                                        && before.position()
                                                                .equals(part.position()));
        if (!fits) {
            return new Joined.Unfit("expected part " + expected + ", found " + part.part());
        }
        if (changes.size() + part.changes().size() > mostChanges) {
            return new Joined.Unfit("expected at most " + mostChanges + " changes in a digest");
        }
        changes.addAll(part.changes());
        if (!part.last()) {
            last = Optional.of(part);
            return new Joined.Open();
        }
        FromAgent.DigestPart whole = new FromAgent.DigestPart(part.position(), 0, 1, changes);
        changes.clear();
        last = Optional.empty();
        return new Joined.Whole(whole);
    }
}
