package io.holdfast.collector.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.component.ComponentId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentNamesTest {

    private final ComponentNames names =
            new ComponentNames(
                    Stream.of(
                                    "ber1/-/feeds/feed:A",
                                    "ber1/-/feeds/feed:B",
                                    "muc1/-/feeds/feed:B",
                                    "ber1/r12/pdu-b/host:pdu-b",
                                    "ber1/r12/db07/host:db07",
                                    "ber1/r12/db07/psu:PS1",
                                    "ber1/r12/db08/psu:PS1",
                                    "-/-/services/vip:db")
                            .map(ComponentId::parse)
                            .toList());

    @ParameterizedTest
    @CsvSource({
        "pdu-b, ber1/r12/pdu-b/host:pdu-b",
        "r12/db07, ber1/r12/db07/host:db07",
        "ber1/r12/db07, ber1/r12/db07/host:db07",
        "feed:A, ber1/-/feeds/feed:A",
        "muc1/-/feeds/feed:B, muc1/-/feeds/feed:B",
        "db07/psu:PS1, ber1/r12/db07/psu:PS1",
        "db07/PS1, ber1/r12/db07/psu:PS1",
        "vip:db, -/-/services/vip:db",
    })
    void isAsShortAsOnlyOneFits(String name, String id) {
        assertThat(names.find(name)).hasToString(id);
    }

    @Test
    void severalAreListed() {
        assertThatThrownBy(() -> names.find("feed:B"))
                .hasMessage(
                        "expected one component, found 2 that are called 'feed:B':"
                                + " ber1/-/feeds/feed:B, muc1/-/feeds/feed:B");
        assertThatThrownBy(() -> names.find("psu:PS1")).hasMessageContaining("found 2");
    }

    @Test
    void whatIsUnknownGetsASuggestion() {
        assertThatThrownBy(() -> names.find("pdu-c"))
                .hasMessage(
                        "expected a component that is known, found 'pdu-c'; did you mean pdu-b?");
        assertThatThrownBy(() -> new ComponentNames(List.of()).find("x"))
                .hasMessage("expected a component that is known, found 'x'");
    }
}
