package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.cli.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostArgumentTest {

    @Test
    void theOnlyHostOfThatNameIsMeant() {
        assertThat(HostArgument.only("db07", List.of("ber1/r12/db07"))).isEqualTo("ber1/r12/db07");
    }

    @Test
    void oneThatNeverReportedIsWhereNobodyNamedAPlace() {
        assertThat(HostArgument.only("vm", List.of())).isEqualTo("default/default/vm");
    }

    @Test
    void ofSeveralNoneIsGuessed() {
        assertThatThrownBy(() -> HostArgument.only("db", List.of("a/b/db", "a/c/db")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a/b/db, a/c/db");
    }
}
