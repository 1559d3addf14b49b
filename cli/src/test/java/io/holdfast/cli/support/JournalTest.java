package io.holdfast.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.cli.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void givesWhatTheJournalHas() {
        Journal journal = answering(new Outcome.Finished(0, "a\nb\n", "a file was skipped"));

        assertThat(journal.of("holdfast-agent")).isEqualTo("a\nb\n");
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("journalctl --unit=holdfast-agent --lines=5000");
    }

    @Test
    void saysWhyThereIsNothing() {
        assertThatThrownBy(() -> answering(new Outcome.Finished(0, "", "")).of("holdfast-agent"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nothing of holdfast-agent")
                .hasMessageContaining("systemd-journal");
        assertThatThrownBy(() -> answering(new Outcome.Finished(1, "", "No journal")).of("u"))
                .hasMessage("ended with code 1: No journal");
        assertThatThrownBy(() -> answering(new Outcome.NotInstalled("journalctl")).of("u"))
                .hasMessage("journalctl is not installed");
    }

    private Journal answering(Outcome outcome) {
        return new Journal(
                new Commands() {
                    @Override
                    public Outcome run(Command command) {
                        asked.add(command.line());
                        return outcome;
                    }

                    @Override
                    public boolean installed(String program) {
                        return true;
                    }
                });
    }
}
