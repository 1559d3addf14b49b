package io.holdfast.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN =
            List.of("heartbeat", "host", "labels", "probes", "state-directory");

    @ParameterizedTest
    @CsvSource({
        "hartbeat, heartbeat",
        "heartbaet, heartbeat",
        "Host, host",
        "lables, labels",
        "state_directory, state-directory",
        "statedirectory, state-directory",
        "state-dir, state-directory",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Suggestion.nearest(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "sta", "''"})
    void staysSilentWhereNothingIsNear(String written) {
        assertThat(Suggestion.nearest(written, KNOWN)).isEmpty();
    }

    @Test
    void ofSeveralTheNearestIsFirst() {
        assertThat(Suggestion.near("db7", List.of("db27", "db07", "db1", "web1", "db77")))
                .containsExactly("db07", "db1", "db27");
    }

    @Test
    void endlessWordsAreNotCompared() {
        assertThat(Suggestion.nearest("h".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void swappedNeighboursAreOneEdit() {
        assertThat(Suggestion.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
