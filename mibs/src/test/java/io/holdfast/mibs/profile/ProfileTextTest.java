package io.holdfast.mibs.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTextTest {

    private static final String GOOD =
            """
            about: test
            match: {objects: [1.3.6.1.4.1.99999]}
            components:
              supply:
                kind: psu
                entry: 1.3.6.1.4.1.99999.1.1
                columns: {label: 2, state: 3}
                name: "{label} | PSU {index}"
                states:
                  state: {of: state, values: {ok(1): ok, failed(2): failed}}
                readings:
                  output: {of: state, unit: watt}
            groups:
              power: {members: [supply], name: power}
            """;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("about: test\n", "", "f.yaml:1:1: missing key 'about': expected text"),
                mistake(
                        "covers",
                        "level: famly\n",
                        "f.yaml:1:8: level: expected one of generic, vendor, family, found 'famly'; did you mean 'family'?"),
                mistake(
                        "objects: [1.3.6.1.4.1.99999]",
                        "objects: [1.3.x]",
                        "f.yaml:2:19: match.objects[0]: expected an object identifier such as 1.3.6.1.2.1.1.2.0, found '1.3.x'"),
                mistake(
                        "{objects: [1.3.6.1.4.1.99999]}",
                        "{}",
                        "f.yaml:2:8: match.objects: expected 'objects', 'description' or 'every-device', found none"),
                mistake(
                        "    entry: 1.3.6.1.4.1.99999.1.1\n",
                        "",
                        "f.yaml:6:5: components.supply.columns: expected an 'entry' whose columns these are, found none"),
                mistake(
                        "{label} | PSU",
                        "{lable} | PSU",
                        "f.yaml:8:5: components.supply.name: no field 'lable'; did you mean 'label'?"),
                mistake(
                        "| PSU {index}",
                        "| PSU {index",
                        "f.yaml:8:11: components.supply.name: expected a text with places such as {label} or {index:1}, found '{label} | PSU {index'"),
                mistake(
                        "failed(2): failed",
                        "failed(2): faild",
                        "f.yaml:10:57: components.supply.states.state.values.failed(2): expected one of ok, degraded, failed, absent, unpopulated, unknown, nothing, found 'faild'; did you mean 'failed'?"),
                mistake(
                        "failed(2): failed",
                        "bad(1): failed",
                        "f.yaml:10:35: components.supply.states.state.values.ok(1): expected each number once, found it twice"),
                mistake(
                        "failed(2): failed",
                        "two: failed",
                        "f.yaml:10:46: components.supply.states.state.values.two: expected a key such as failed(3), 3, 3..9, 3.. or ..9"),
                mistake(
                        ", unit: watt",
                        "",
                        "f.yaml:12:15: missing key 'unit' in components.supply.readings.output: expected one of celsius, rpm"),
                mistake(
                        "members: [supply]",
                        "members: [suply]",
                        "f.yaml:14:11: groups.power.members: no component rule 'suply'; did you mean 'supply'?"),
                mistake(
                        "name: power}",
                        "name: power, needs: 1}",
                        "f.yaml:14:43: unknown key 'needs' in groups.power; did you mean 'needed'?"));
    }

    private static Arguments mistake(String good, String bad, String message) {
        String text = GOOD.contains(good) ? GOOD.replace(good, bad) : bad + GOOD;
        return Arguments.of(text, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String text, String message) {
        assertThat(problems(text)).anySatisfy(line -> assertThat(line).startsWith(message));
    }

    @Test
    void aGoodProfileIsRead() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void allMistakesComeAtOnce() {
        String text = GOOD.replace("kind: psu", "kind: pus").replace("ok(1): ok", "ok(1): oke");
        assertThat(problems(text)).hasSize(2);
    }

    @Test
    void namesAreThoseOfFiles() {
        assertThat(ProfileText.nameOf("/etc/holdfast/profiles/my-ups.yaml")).isEqualTo("my-ups");
    }

    private static List<String> problems(String text) {
        return ProfileText.parse("f.yaml", text).problemsIfAny().stream()
                .map(Object::toString)
                .toList();
    }
}
