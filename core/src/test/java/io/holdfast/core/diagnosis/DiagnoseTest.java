package io.holdfast.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.Things;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.situation.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of a handful of parts, and what is wrong there. */
class DiagnoseTest {

    private static final Topology NOTHING_KNOWN = Topology.of(List.of(), List.of());

    @Test
    void aPartThatNothingConnectsIsItsOwnCause() {
        Explanation found = explain(NOTHING_KNOWN, says(Things.psu(2), Sign.ABSENT));
        assertThat(found.causes())
                .extracting(Cause::diagnosis)
                .containsExactly(new Diagnosis.PsuAbsent(Things.psu(2)));
        assertThat(found.unexplained()).isEmpty();
    }

    @Test
    void silenceIsNeverBrokenHardware() {
        for (Kind kind : Kind.values()) {
            Explanation found =
                    explain(NOTHING_KNOWN, says(Things.HOST.component(kind, "x"), Sign.SILENT));
            assertThat(found.causes()).noneMatch(Cause::hardware);
        }
    }

    static Symptom says(ComponentId component, Sign sign) {
        return Symptom.at(Things.NOON, component, sign);
    }

    static Explanation explain(Topology topology, Symptom... symptoms) {
        return Diagnose.explain(
                topology, new Picture(Things.NOON.plusSeconds(60), List.of(symptoms), List.of()));
    }
}
