package io.holdfast.collector.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.peer.Parts;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FirstSightTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final HostState state = new HostState();

    @Test
    void aNewHostIsTakenOverAsItShowsItself() {
        Parts.firstLook(HOST, 2, AT).forEach(state::apply);

        Accepted accepted = FirstSight.take(state, Optional.empty(), AT).orElseThrow();
        assertThat(accepted.pinned().components())
                .containsOnlyKeys(Parts.psu(HOST, 1), Parts.psu(HOST, 2));
        assertThat(accepted.pinned().groups()).containsOnlyKeys(Parts.power(HOST));
        assertThat(accepted.by()).isEqualTo("first sight");
    }

    @Test
    void whatAProbeListsLaterIsNotTakenOver() {
        Parts.firstLook(HOST, 2, AT).forEach(state::apply);
        Optional<Accepted> accepted = FirstSight.take(state, Optional.empty(), AT);
        state.apply(new Change.Seen(Component.of(Parts.psu(HOST, 3)), Parts.PROBE));

        assertThat(FirstSight.take(state, accepted, AT)).isEmpty();
    }

    @Test
    void aProbeThatIsSlowAddsToWhatIsThere() {
        Parts.firstLook(HOST, 2, AT).forEach(state::apply);
        Optional<Accepted> accepted = FirstSight.take(state, Optional.empty(), AT);
        state.apply(new Change.Seen(Component.of(HOST.component(Kind.DISK, "sda")), "test.disk"));
        state.apply(new Change.Looked("test.disk", AT, true));

        Accepted more = FirstSight.take(state, accepted, AT).orElseThrow();
        assertThat(more.pinned().components()).hasSize(3);
        assertThat(more.sighted()).containsExactly("test.disk", Parts.PROBE);
    }

    @Test
    void anIncompleteLookIsNoSight() {
        state.apply(new Change.Seen(Component.of(Parts.psu(HOST, 1)), Parts.PROBE));
        state.apply(new Change.Looked(Parts.PROBE, AT, false));

        assertThat(FirstSight.take(state, Optional.empty(), AT)).isEmpty();
    }
}
