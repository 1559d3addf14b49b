package io.holdfast.mibs.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.testkit.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ModbusMapsTest {

    static final List<String> NAMES = ModbusMaps.BUNDLED;

    private static final String GOOD =
            """
            modbus:
              name: test
              line: 19200-8E1
              unit: 3
              groups:
                power: {needed: 1, members: ["feed:input", "battery:battery"]}
              registers:
                state: {address: 10, type: u16, part: "ups:ups", values: {0: ok well, 1: failed dead}}
                model: {address: 20, type: text, words: 8, part: "ups:ups", attribute: model}
                volts: {address: 30, table: input, part: "feed:input", reading: {name: voltage, unit: volt, scale: 0.1, low-warning: 200}}
            """;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyMapOfOursIsGood(String name) {
        assertThat(ModbusMaps.bundled(name)).isPresent();
    }

    @Test
    void aMapIsReadWhole() {
        ModbusMap map = Bundled.good(ModbusMaps.parse("x.yaml", GOOD));
        assertThat(map.unit()).isEqualTo(3);
        assertThat(map.line()).isEqualTo("19200-8E1");
        Register state = requireNonNull(map.registers().get("state"));
        assertThat(state.values().get(1L)).isEqualTo(new Meaning(Meaning.Verdict.FAILED, "dead"));
        Register volts = requireNonNull(map.registers().get("volts"));
        assertThat(volts.table()).isEqualTo(Register.Table.INPUT);
        assertThat(volts.reading().orElseThrow().limits().lowWarning()).hasValue(200);
        assertThat(requireNonNull(map.covers().get("power")).members()).hasSize(2);
    }

    private static String problem(String from, String to) {
        Loaded<ModbusMap> loaded = ModbusMaps.parse("x.yaml", GOOD.replace(from, to));
        return loaded.problemsIfAny().stream().map(Object::toString).findFirst().orElse("");
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        assertThat(problem("type: u16", "type: u61"))
                .contains("x.yaml:8:")
                .contains("did you mean 'u16'?");
        assertThat(problem("address: 10", "address: 70000")).contains("0 to 65535");
        assertThat(problem("part: \"ups:ups\", values", "part: \"ufo:ups\", values"))
                .contains("expected a part as kind:name");
        assertThat(problem("0: ok well", "0: fine well")).contains("ok, degraded, failed");
        assertThat(problem("{0: ok", "{zero: ok")).contains("expected numbers");
        assertThat(problem("attribute: model", "attribut: model")).contains("attribute");
        assertThat(problem("unit: volt", "unit: volts")).contains("did you mean 'volt'?");
        assertThat(problem("line: 19200-8E1", "line: fast")).contains("line parameters");
        assertThat(problem("scale: 0.1", "scale: much")).contains("a number such as 0.1");
        assertThat(problem("words: 8", "words: 99")).contains("1 to 32");
        assertThat(problem("unit: 3", "unit: 0")).contains("1 to 247");
    }

    @Test
    void damagedFilesAreRefusedAndNeverBreakTheReader() {
        Mutations.feed(List.of(GOOD), 20260306, text -> ModbusMaps.parse("x.yaml", text));
    }
}
