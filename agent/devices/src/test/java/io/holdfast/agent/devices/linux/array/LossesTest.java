package io.holdfast.agent.devices.linux.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LossesTest {

    @ParameterizedTest
    @CsvSource({
        "raid1, UU, 1",
        "raid1, U_, 0",
        "raid1, __, -1",
        "raid1, UUU, 2",
        "raid4, UUU, 1",
        "raid5, UUU, 1",
        "raid5, U_U, 0",
        "raid5, U__, -1",
        "raid6, UUUUU, 2",
        "raid6, U_U_U, 0",
        "raid0, UU, 0",
        "raid0, U_, -1",
        "linear, U, 0"
    })
    void eachLevelSurvivesWhatItPromises(String level, String slots, int losses) {
        assertThat(Losses.guaranteed(level, 0, working(slots))).hasValue(losses);
    }

    @ParameterizedTest
    @CsvSource({
        // Two copies on neighbours: pairs (0,1) and (2,3).
        "0x102, UUUU, 1",
        "0x102, U_UU, 0",
        "0x102, U_U_, 0",
        "0x102, __UU, -1",
        // Three devices, two near copies: neighbourhoods overlap around the end.
        "0x102, UUU, 1",
        "0x102, U_U, 0",
        "0x102, U__, -1",
        // Two far copies: every device shares with the next one.
        "0x201, UUUU, 1",
        "0x201, U_U_, 0",
        "0x201, U__U, -1",
        // Three near copies.
        "0x103, UUUUUU, 2",
        "0x103, U_UUUU, 1"
    })
    void raid10SurvivesWhatItsWeakestNeighbourhoodDoes(String layout, String slots, int losses) {
        assertThat(Losses.guaranteed("raid10", Integer.decode(layout), working(slots)))
                .hasValue(losses);
    }

    @Test
    void nothingIsSaidOfAnUnknownLevel() {
        assertThat(Losses.guaranteed("raid99", 0, working("UU"))).isEmpty();
    }

    private static boolean[] working(String slots) {
        boolean[] working = new boolean[slots.length()];
        for (int i = 0; i < working.length; i++) {
            working[i] = slots.charAt(i) == 'U';
        }
        return working;
    }
}
