package io.holdfast.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {

    @Test
    void bothFormsNameTheFile() {
        AgentOptions expected = new AgentOptions(Path.of("/etc/a.yaml"), false);

        assertThat(AgentOptions.parse(List.of("--config", "/etc/a.yaml"))).hasValue(expected);
        assertThat(AgentOptions.parse(List.of("--config=/etc/a.yaml"))).hasValue(expected);
    }

    @Test
    void anOptionIsNoFile() {
        assertThat(AgentOptions.parse(List.of("--config", "--help"))).isEmpty();
        assertThat(AgentOptions.parse(List.of("--config"))).isEmpty();
        assertThat(AgentOptions.parse(List.of("--config="))).isEmpty();
    }
}
