package io.holdfast.collector.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.peer.Parts;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuccessionTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Succession succession = new Succession();

    @Test
    void whatWasSaidBeforeTheRestartHoldsUntilItsProbeHasLooked() {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();

        assertThat(succession.state().components()).hasSize(2);
        assertThat(succession.state().looks()).isEmpty();
    }

    @Test
    void whatTheFirstLookAfterTheRestartLeavesOutIsForgotten() {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        Parts.firstLook(HOST, 1, AT).forEach(succession::apply);

        assertThat(succession.state().components()).containsOnlyKeys(Parts.psu(HOST, 1));
        assertThat(succession.state().observations()).containsOnlyKeys(Parts.psu(HOST, 1));
    }

    @Test
    void aGroupThatIsDeclaredNoMoreIsForgottenToo() {
        Parts.firstLook(HOST, 1, AT).forEach(succession::apply);
        succession.nextIncarnation();
        succession.apply(new Change.Seen(Component.of(Parts.psu(HOST, 1)), Parts.PROBE));
        succession.apply(new Change.Looked(Parts.PROBE, AT, true));

        assertThat(succession.state().groups()).isEmpty();
    }

    @Test
    void anIncompleteLookForgetsNothing() {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        succession.apply(new Change.Looked(Parts.PROBE, AT, false));

        assertThat(succession.state().components()).hasSize(2);
    }

    @Test
    void whatAProbeSaidThatIsSwitchedOffSinceIsSilentForThatReason() {
        Silence off = Silence.of(Silence.Cause.NOT_ASKED, "switched off");
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        succession.apply(
                new Change.UnseenListed(Parts.PROBE, List.of(new Unseen(Parts.PROBE, off))));
        succession.apply(new Change.Looked(Parts.PROBE, AT.plusSeconds(1), false));
        succession.apply(new Change.Looked(Parts.PROBE, AT.plusSeconds(2), false));

        assertThat(succession.state().observations().values())
                .containsExactly(
                        new Observation.Silent(Parts.psu(HOST, 1), AT.plusSeconds(1), off),
                        new Observation.Silent(Parts.psu(HOST, 2), AT.plusSeconds(1), off));
    }

    @Test
    void aProbeThatCouldNotSeeOnePartSilencesNoOther() {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        Silence why = Silence.of(Silence.Cause.NOT_PERMITTED, "no");
        succession.apply(
                new Change.UnseenListed(Parts.PROBE, List.of(new Unseen("health of sda", why))));
        succession.apply(new Change.Looked(Parts.PROBE, AT, false));

        assertThat(succession.state().observations().values())
                .allMatch(said -> said instanceof Observation.Reported);
    }

    @Test
    void theLookOfAnotherProbeForgetsNothing() {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        succession.apply(new Change.Looked("test.other", AT, true));

        assertThat(succession.state().components()).hasSize(2);
    }

    @Test
    void bytesBringBackTheStateAndWhatIsInherited() throws IOException {
        Parts.firstLook(HOST, 2, AT).forEach(succession::apply);
        succession.nextIncarnation();
        succession.apply(new Change.Seen(Component.of(Parts.psu(HOST, 1)), Parts.PROBE));
        succession.apply(Parts.reported(Parts.psu(HOST, 1), Health.DEGRADED, 5, AT));

        Succession back = Succession.of(succession.bytes());
        assertThat(back.state()).isEqualTo(succession.state());
        back.apply(new Change.Looked(Parts.PROBE, AT, true));
        assertThat(back.state().components()).containsOnlyKeys(Parts.psu(HOST, 1));
    }

    @Test
    void aLongStateNeedsSeveralMessagesAndComesBackWhole() throws IOException {
        Parts.firstLook(HOST, 900, AT).forEach(succession::apply);

        HostState back = Succession.of(succession.bytes()).state();
        assertThat(back).isEqualTo(succession.state());
    }
}
