package io.holdfast.mibs.line;

import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.YamlFile;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.LineFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The reader of console scripts: everything below the file's one key {@code console}. */
public final class ConsoleScripts {

    /** The key that makes a file a console script. */
    public static final String KEY = "console";

    /** The scripts that come with the product. */
    public static final List<String> BUNDLED = LineFormat.SCRIPTS;

    /** The longest pattern, in characters. */
    static final int LONGEST_PATTERN = 400;

    private static final Texts<Pattern> PATTERN =
            new Texts<>("a regular expression", ConsoleScripts::pattern);

    private static final Texts<String> PAGER_ANSWER =
            new Texts<>(
                    "text of 1 to 4 characters",
                    text -> Optional.of(text).filter(t -> !t.isEmpty() && t.length() <= 4));

    private ConsoleScripts() {}

    /** Reads a file. */
    public static Loaded<ConsoleScript> load(Path file) {
        Problems problems = new Problems();
        return YamlFile.text(file, problems)
                .map(text -> parse(file.toString(), text))
                .orElseGet(() -> Loaded.of(Optional.empty(), problems));
    }

    /** The script of this name that comes with the product. */
    public static Optional<ConsoleScript> bundled(String name) {
        return Bundled.text("console", name, BUNDLED)
                .map(text -> parse(name + ".yaml", text))
                .map(Bundled::good);
    }

    /** Reads a text that came from a file of this name. */
    public static Loaded<ConsoleScript> parse(String file, String text) {
        Problems problems = new Problems();
        Optional<Section> top = Section.top(file, text, problems);
        Optional<ConsoleScript> script =
                top.flatMap(section -> section.requiredSection(KEY))
                        .flatMap(ConsoleScripts::script);
        top.ifPresent(Section::finish);
        return Loaded.of(script, problems);
    }

    private static Optional<ConsoleScript> script(Section top) {
        Optional<String> name = top.required("name", Values.LINE);
        String line = top.value("line", LineValues.LINE, "9600-8N1");
        Kind device = top.value("device", LineValues.KIND, Kind.SWITCH);
        SortedMap<String, String> identity = top.section("identity").values(Values.LINE);
        Optional<Pattern> prompt = top.required("prompt", PATTERN);
        Optional<ConsoleScript.Login> login =
                top.optionalSection("login").flatMap(ConsoleScripts::login);
        Optional<ConsoleScript.Pager> pager =
                top.optionalSection("pager").flatMap(ConsoleScripts::pager);
        List<String> prepare = top.list("prepare", Values.LINE);
        List<String> leave = top.list("leave", Values.LINE);
        SortedMap<String, ConsoleCommand> commands =
                top.requiredSection("commands")
                        .map(section -> section.sections(ConsoleScripts::command))
                        .orElseGet(TreeMap::new);
        if (commands.size() > ConsoleScript.MOST_COMMANDS) {
            top.problem(
                    "commands",
                    "expected at most %s, found %s"
                            .formatted(ConsoleScript.MOST_COMMANDS, commands.size()));
        }
        SortedMap<String, Cover> covers = LineValues.covers(top);
        if (name.isEmpty() || prompt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ConsoleScript(
                        name.get(),
                        line,
                        device,
                        identity,
                        prompt.get(),
                        login,
                        pager,
                        prepare,
                        commands,
                        leave,
                        covers));
    }

    private static Optional<ConsoleScript.Login> login(Section section) {
        var user = section.required("user", PATTERN);
        var password = section.required("password", PATTERN);
        var refused = section.required("refused", PATTERN);
        return user.isPresent() && password.isPresent() && refused.isPresent()
                ? Optional.of(new ConsoleScript.Login(user.get(), password.get(), refused.get()))
                : Optional.empty();
    }

    private static Optional<ConsoleScript.Pager> pager(Section section) {
        var pattern = section.required("pattern", PATTERN);
        String answer = section.value("answer", PAGER_ANSWER, " ");
        return pattern.map(known -> new ConsoleScript.Pager(known, answer));
    }

    private static Optional<ConsoleCommand> command(Section section) {
        var send = section.required("send", Values.LINE);
        SortedMap<String, ConsoleRule> rules =
                section.requiredSection("lines")
                        .map(lines -> lines.sections(ConsoleScripts::rule))
                        .orElseGet(TreeMap::new);
        return send.map(text -> new ConsoleCommand(text, rules));
    }

    private static Optional<ConsoleRule> rule(Section section) {
        Optional<Pattern> pattern = section.required("pattern", PATTERN);
        Optional<Kind> kind = section.required("kind", LineValues.KIND);
        String name = section.value("name", Values.LINE, "");
        SortedMap<String, Meaning> states = new TreeMap<>();
        section.section("states")
                .values(LineValues.MEANING)
                .forEach((text, meaning) -> states.put(text.toLowerCase(Locale.ROOT), meaning));
        Optional<Meaning> otherwise = section.value("otherwise", LineValues.MEANING);
        SortedMap<String, Measure> readings =
                section.section("readings").sections(LineValues::reading);
        if (pattern.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        var rule = new ConsoleRule(pattern.get(), kind.get(), name, states, otherwise, readings);
        if (name.isEmpty() && !rule.hasGroup("name")) {
            section.problem("pattern", "expected a group (?<name>...), or name: beside it");
        }
        if (!states.isEmpty() && !rule.hasGroup("state")) {
            section.problem("pattern", "expected a group (?<state>...) for states:");
        }
        for (String group : readings.keySet()) {
            if (!rule.hasGroup(group)) {
                section.problem("pattern", "expected a group (?<" + group + ">...) for readings:");
            }
        }
        return Optional.of(rule);
    }

    private static Optional<Pattern> pattern(String text) {
        try {
            return text.isEmpty() || text.length() > LONGEST_PATTERN
                    ? Optional.empty()
                    : Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
