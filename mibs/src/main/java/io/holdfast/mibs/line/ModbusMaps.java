package io.holdfast.mibs.line;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.YamlFile;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.LineFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reader of Modbus register maps: everything below the file's one key {@code modbus}. */
public final class ModbusMaps {

    /** The key that makes a file a register map. */
    public static final String KEY = "modbus";

    /** The maps that come with the product. */
    public static final List<String> BUNDLED = LineFormat.MAPS;

    private static final Counts ADDRESS = Counts.between(0, 65_535);
    private static final Counts VALUE = Counts.between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final int MOST_BITS = 32;

    private ModbusMaps() {}

    /** Reads a file. */
    public static Loaded<ModbusMap> load(Path file) {
        Problems problems = new Problems();
        return YamlFile.text(file, problems)
                .map(text -> parse(file.toString(), text))
                .orElseGet(() -> Loaded.of(Optional.empty(), problems));
    }

    /** The map of this name that comes with the product. */
    public static Optional<ModbusMap> bundled(String name) {
        return Bundled.text("modbus", name, BUNDLED)
                .map(text -> parse(name + ".yaml", text))
                .map(Bundled::good);
    }

    /** Reads a text that came from a file of this name. */
    public static Loaded<ModbusMap> parse(String file, String text) {
        Problems problems = new Problems();
        Optional<Section> top = Section.top(file, text, problems);
        Optional<ModbusMap> map =
                top.flatMap(section -> section.requiredSection(KEY)).flatMap(ModbusMaps::map);
        top.ifPresent(Section::finish);
        return Loaded.of(map, problems);
    }

    private static Optional<ModbusMap> map(Section top) {
        Optional<String> name = top.required("name", Values.LINE);
        String line = top.value("line", LineValues.LINE, "9600-8N1");
        int unit = top.value("unit", Counts.between(1, 247), 1);
        Kind device = top.value("device", LineValues.KIND, Kind.UPS);
        SortedMap<String, String> identity = top.section("identity").values(Values.LINE);
        SortedMap<String, Register> registers =
                top.requiredSection("registers")
                        .map(section -> section.sections(ModbusMaps::register))
                        .orElseGet(TreeMap::new);
        if (registers.size() > ModbusMap.MOST_REGISTERS) {
            top.problem(
                    "registers",
                    "expected at most " + ModbusMap.MOST_REGISTERS + ", found " + registers.size());
        }
        SortedMap<String, Cover> covers = LineValues.covers(top);
        return name.map(n -> new ModbusMap(n, line, unit, device, identity, registers, covers));
    }

    private static Optional<Register> register(Section section) {
        Optional<Integer> address = section.required("address", ADDRESS);
        Register.Table table =
                section.value("table", Words.of(Register.Table.class), Register.Table.HOLDING);
        Register.Type type =
                section.value("type", Words.of(Register.Type.class), Register.Type.U16);
        int words = words(section, type);
        Optional<Part> part = section.required("part", LineValues.PART);
        Optional<String> attribute = section.value("attribute", LineValues.READING_NAME);
        Optional<Measure> reading = LineValues.measure(section);
        OptionalLong missing =
                section.value("missing", VALUE)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        SortedMap<Integer, Meaning> bits = new TreeMap<>();
        numbered(section, "bits", 0, MOST_BITS - 1).forEach((k, v) -> bits.put(k.intValue(), v));
        SortedMap<Long, Meaning> values =
                numbered(section, "values", Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (attribute.isPresent() != (type == Register.Type.TEXT)) {
            section.problem("attribute", "expected it with type: text, and only there");
        }
        if (address.isEmpty() || part.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Register(
                        table,
                        address.get(),
                        type,
                        words,
                        part.get(),
                        attribute,
                        reading,
                        missing,
                        bits,
                        values));
    }

    private static int words(Section section, Register.Type type) {
        Counts range = Counts.between(1, Register.MOST_WORDS);
        if (type == Register.Type.TEXT) {
            return section.required("words", range).orElse(1);
        }
        if (section.has("words")) {
            section.problem("words", "expected it with type: text only");
        }
        return type.words();
    }

    private static SortedMap<Long, Meaning> numbered(
            Section section, String key, int least, int most) {
        SortedMap<Long, Meaning> numbered = new TreeMap<>();
        section.section(key)
                .values(LineValues.MEANING)
                .forEach(
                        (text, meaning) -> {
                            boolean number = text.matches("-?\\d{1,10}");
                            long value = number ? Long.parseLong(text) : Long.MIN_VALUE;
                            if (value < least || value > most) {
                                section.problem(
                                        key,
                                        "expected numbers from %s to %s as keys, found '%s'"
                                                .formatted(least, most, text));
                            } else {
                                numbered.put(value, meaning);
                            }
                        });
        return numbered;
    }
}
