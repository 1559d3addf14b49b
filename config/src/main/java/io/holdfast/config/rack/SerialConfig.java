package io.holdfast.config.rack;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Problem;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.config.yaml.YamlFile;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.LineFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The reader of what stands below {@code serial} of a device. */
final class SerialConfig {

    private static final String MAP = "map";
    private static final String SCRIPT = "script";
    private static final String UNIT = "unit";

    /** Addresses of one device on a Modbus line (Modbus over serial line V1.02, 2.2). */
    private static final Counts UNITS = Counts.between(1, 247);

    private static final Predicate<String> LINE_PARAMETERS =
            Pattern.compile("[1-9]\\d{1,6}-[5-8][NEO][12]").asMatchPredicate();

    private final Section section;

    SerialConfig(Section section) {
        this.section = section;
    }

    Optional<Access> read() {
        var line = section.required("line", Values.ABSOLUTE_PATH);
        var driver = section.required("driver", Words.of(Access.Driver.class));
        var parameters =
                section.value(
                        "parameters",
                        new Texts<>(
                                "line parameters such as 2400-8N1",
                                text -> Optional.of(text).filter(LINE_PARAMETERS)));
        Optional<Integer> unit = section.value(UNIT, UNITS);
        Optional<LineFormat> map = format(MAP, "a register map", LineFormat.MAPS);
        Optional<LineFormat> script = format(SCRIPT, "a console script", LineFormat.SCRIPTS);
        driver.ifPresent(this::checkKeys);
        return line.map(Path::toString)
                .flatMap(
                        file ->
                                driver.map(
                                        d ->
                                                new Access.Serial(
                                                        file,
                                                        d,
                                                        parameters,
                                                        map.or(() -> script),
                                                        unit.map(OptionalInt::of)
                                                                .orElseGet(OptionalInt::empty))));
    }

    private void checkKeys(Access.Driver driver) {
        switch (driver) {
            case MODBUS -> {
                require(MAP, "a register map of ours or a file", driver);
                refuse(SCRIPT, Access.Driver.CONSOLE);
            }
            case CONSOLE -> {
                require(SCRIPT, "a console script of ours or a file", driver);
                refuse(MAP, Access.Driver.MODBUS);
                refuse(UNIT, Access.Driver.MODBUS);
            }
            case MEGATEC, APCSMART -> {
                refuse(SCRIPT, Access.Driver.CONSOLE);
                refuse(MAP, Access.Driver.MODBUS);
                refuse(UNIT, Access.Driver.MODBUS);
            }
        }
    }

    private void require(String key, String what, Access.Driver driver) {
        if (!section.has(key)) {
            section.problem(
                    "driver",
                    "expected %s: (%s) with driver: %s".formatted(key, what, Words.word(driver)));
        }
    }

    private void refuse(String key, Access.Driver driver) {
        if (section.has(key)) {
            section.problem(key, "expected it with driver: %s only".formatted(Words.word(driver)));
        }
    }

    /** One of ours by its name, or a file by its absolute path, whose text is taken. */
    private Optional<LineFormat> format(String key, String what, List<String> ours) {
        Optional<String> given = section.value(key, Values.LINE);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String name = given.get();
        if (ours.contains(name)) {
            return Optional.of(new LineFormat(name, Optional.empty()));
        }
        if (!name.startsWith("/")) {
            String hint =
                    Suggestion.nearest(name, ours)
                            .map(word -> "; did you mean '" + word + "'?")
                            .orElse("");
            section.problem(
                    key,
                    "expected %s of ours (%s) or the absolute path of a file, found '%s'%s"
                            .formatted(what, String.join(", ", ours), name, hint));
            return Optional.empty();
        }
        return file(key, what, name);
    }

    private Optional<LineFormat> file(String key, String what, String name) {
        Problems problems = new Problems();
        Optional<String> text = YamlFile.text(Path.of(name), problems);
        for (Problem problem : problems.inOrder()) {
            section.problem(key, "expected %s in %s: %s".formatted(what, name, problem.message()));
        }
        if (text.isPresent() && text.get().length() > LineFormat.MOST_CHARACTERS) {
            section.problem(
                    key,
                    "expected at most %s characters in %s, found %s"
                            .formatted(LineFormat.MOST_CHARACTERS, name, text.get().length()));
        }
        return text.map(content -> new LineFormat(name, Optional.of(content)));
    }
}
