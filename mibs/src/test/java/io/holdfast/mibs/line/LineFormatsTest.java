package io.holdfast.mibs.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Problem;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.LineFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineFormatsTest {

    @Test
    void allThatTheProductComesWithAreGood() {
        LineFormat.MAPS.forEach(
                name -> assertThat(problems(Access.Driver.MODBUS, name, null)).isEmpty());
        LineFormat.SCRIPTS.forEach(
                name -> assertThat(problems(Access.Driver.CONSOLE, name, null)).isEmpty());
    }

    @Test
    void mistakesInAFileAreToldWithTheirPlaceInIt() {
        String text = "modbus:\n  name: x\n  unitt: 3\n  registers: {A: {address: 70000}}\n";
        assertThat(problems(Access.Driver.MODBUS, "/etc/x.yaml", text))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("/etc/x.yaml:3:3: unknown key"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("/etc/x.yaml:4:28: ")
                                        .contains("65535"));
        assertThat(problems(Access.Driver.CONSOLE, "/etc/x.yaml", text)).isNotEmpty();
    }

    @Test
    void oneThatOnlyAnotherVersionComesWithIsSaidSo() {
        assertThat(problems(Access.Driver.MODBUS, "of-the-future", null))
                .containsExactly("of-the-future:1:1: expected one that this version comes with");
    }

    private static List<String> problems(Access.Driver driver, String name, @Nullable String text) {
        LineFormat format = new LineFormat(name, Optional.ofNullable(text));
        return LineFormats.problems(
                        new Access.Serial(
                                "/dev/ttyS0",
                                driver,
                                Optional.empty(),
                                Optional.of(format),
                                OptionalInt.empty()))
                .stream()
                .map(Problem::toString)
                .toList();
    }
}
