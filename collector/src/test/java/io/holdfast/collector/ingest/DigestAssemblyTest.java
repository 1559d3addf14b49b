package io.holdfast.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent.DigestPart;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigestAssemblyTest {

    private static final Position AT = new Position(1, 9);
    private static final Change LOOK = new Change.Looked("test", Instant.EPOCH, true);

    private final DigestAssembly assembly = new DigestAssembly(4);

    @Test
    void partsThatFollowEachOtherMakeAWhole() {
        assertThat(assembly.join(part(0, 2, 2))).isInstanceOf(DigestAssembly.Joined.Open.class);
        assertThat(assembly.join(part(1, 2, 2)))
                .isInstanceOfSatisfying(
                        DigestAssembly.Joined.Whole.class,
                        whole -> assertThat(whole.digest().changes()).hasSize(4));
    }

    @Test
    void anotherDigestMayFollow() {
        assembly.join(part(0, 1, 3));
        assertThat(assembly.join(part(0, 1, 1)))
                .isInstanceOfSatisfying(
                        DigestAssembly.Joined.Whole.class,
                        whole -> assertThat(whole.digest().changes()).hasSize(1));
    }

    @Test
    void aPartThatIsLeftOutIsUnfit() {
        assembly.join(part(0, 3, 1));
        assertThat(assembly.join(part(2, 3, 1))).isInstanceOf(DigestAssembly.Joined.Unfit.class);
    }

    @Test
    void aPartAsOfAnotherPositionIsUnfit() {
        assembly.join(part(0, 2, 1));
        assertThat(assembly.join(new DigestPart(AT.next(), 1, 2, List.of(LOOK))))
                .isInstanceOf(DigestAssembly.Joined.Unfit.class);
    }

    @Test
    void aDigestThatIsTooLongIsUnfit() {
        assembly.join(part(0, 2, 3));
        assertThat(assembly.join(part(1, 2, 2)))
                .isEqualTo(
                        new DigestAssembly.Joined.Unfit("expected at most 4 changes in a digest"));
    }

    @Test
    void moreBehindThanThereAreIsUnfit() {
        assertThat(assembly.join(part(0, 0, 1))).isInstanceOf(DigestAssembly.Joined.Unfit.class);
        assertThat(assembly.join(part(0, 1_000_000, 1)))
                .isInstanceOf(DigestAssembly.Joined.Unfit.class);
    }

    private static DigestPart part(int part, int parts, int changes) {
        return new DigestPart(AT, part, parts, Collections.nCopies(changes, LOOK));
    }
}
