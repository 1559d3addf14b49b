package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of the schema, with each health and without one. */
final class StatusJudgeTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # state,           OK,       Warning,  Critical, none
                    Enabled,           OK,       DEGRADED, FAILED,   open
                    Qualified,         OK,       DEGRADED, FAILED,   open
                    Quiesced,          OK,       DEGRADED, FAILED,   open
                    Deferring,         OK,       DEGRADED, FAILED,   open
                    Degraded,          DEGRADED, DEGRADED, FAILED,   DEGRADED
                    StandbyOffline,    OK,       DEGRADED, FAILED,   OK
                    StandbySpare,      OK,       DEGRADED, FAILED,   OK
                    UnavailableOffline,FAILED,   FAILED,   FAILED,   FAILED
                    Absent,            gone,     gone,     gone,     gone
                    Disabled,          mute,     DEGRADED, FAILED,   mute
                    Starting,          mute,     DEGRADED, FAILED,   mute
                    Updating,          mute,     DEGRADED, FAILED,   mute
                    InTest,            mute,     DEGRADED, FAILED,   mute
                    NotReady,          mute,     DEGRADED, FAILED,   mute
                    Brandnew,          mute,     DEGRADED, FAILED,   mute
                    null,              OK,       DEGRADED, FAILED,   mute
                    """)
    void everyStateIsJudged(String state, String ok, String warning, String critical, String none) {
        assertThat(judge(state, "\"OK\"")).isEqualTo(ok);
        assertThat(judge(state, "\"Warning\"")).isEqualTo(warning);
        assertThat(judge(state, "\"Critical\"")).isEqualTo(critical);
        assertThat(judge(state, "null")).isEqualTo(none);
    }

    private static String judge(String state, String health) {
        String word = state.equals("null") ? state : '"' + state + '"';
        String text = "{\"Status\":{\"State\":" + word + ",\"Health\":" + health + "}}";
        if (!(JsonRead.of(text) instanceof JsonRead.Good(Json json))) {
            throw new AssertionError(text);
        }
        return switch (StatusJudge.judge(new Resource(new Link("/x", ""), json), Kind.PSU)) {
            case Said.Does does -> does.health().name();
            case Said.Gone gone -> "gone";
            case Said.Open open -> "open";
            case Said.Mute mute -> "mute";
        };
    }
}
