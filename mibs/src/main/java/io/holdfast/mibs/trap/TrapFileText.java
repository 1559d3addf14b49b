package io.holdfast.mibs.trap;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.ValueType;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a file of the catalogue, strictly: an unknown key or word is an error, and all errors of a
 * file come at once. The format is documented in the handbook, {@code
 * docs/handbook/receive-traps.md}.
 */
final class TrapFileText {

    private static final ValueType<String> MODULE =
            new Texts<>("the name of a MIB module", t -> Optional.of(t).filter(MibModule::isName));
    private static final ValueType<NameText> NAME =
            new Texts<>("a text with places such as {ifName} or {ifName.index}", NameText::parse);
    private static final ValueType<String> OBJECT =
            new Texts<>("the name of an object", t -> Optional.of(t).filter(NameText::isObject));
    private static final Words<Kind> KIND = Words.of(Kind.class);
    private static final Words<TrapSign> SIGN = Words.of(TrapSign.class);
    private static final Words<TrapSeverity> SEVERITY = Words.of(TrapSeverity.class);
    private static final int MOST_EVENTS = 500;

    private final NavigableMap<String, Oid> objects = new TreeMap<>();
    private final TrapNames names = new TrapNames();
    private String module = "";

    private TrapFileText() {}

    /** The file of a text, or all that is wrong with it. */
    static Loaded<TrapFile> parse(String file, String text) {
        Problems problems = new Problems();
        Optional<Section> top = Section.top(file, text, problems);
        Optional<TrapFile> read = top.map(section -> new TrapFileText().file(section));
        top.ifPresent(Section::finish);
        return Loaded.of(read, problems);
    }

    private TrapFile file(Section top) {
        module = top.required("module", MODULE).orElse("");
        String about = top.required("about", Values.LINE).orElse("");
        objects.putAll(top.section("objects").values(TrapTypes.OID));
        objects.forEach((name, oid) -> names.object(module, name, oid));
        NavigableMap<String, TrapRule> rules =
                new TreeMap<>(top.section("notifications").sections(this::rule));
        List<PlatformRule> events =
                top.sectionList("platform-events", MOST_EVENTS, TrapFileText::event);
        if (rules.isEmpty() && events.isEmpty()) {
            top.problem("notifications", "expected at least one notification, found none");
        }
        rules.forEach((name, rule) -> checkClears(top, name, rule, rules.keySet()));
        return new TrapFile(about, objects, distinct(top, rules), events, names.modules());
    }

    private static List<TrapRule> distinct(Section top, NavigableMap<String, TrapRule> rules) {
        Set<Oid> seen = new HashSet<>();
        rules.forEach(
                (name, rule) -> {
                    if (!seen.add(rule.oid())) {
                        top.problem("notifications", "in " + name + ": an oid given twice");
                    }
                });
        return List.copyOf(rules.values());
    }

    private void checkClears(Section top, String name, TrapRule rule, Set<String> known) {
        for (String cleared : rule.clears()) {
            String own = cleared.substring(module.length() + 2);
            if (!known.contains(own)) {
                top.problem("notifications", "in " + name + ": no notification '" + own + "'");
            }
        }
    }

    private Optional<TrapRule> rule(String name, Section part) {
        if (!MibModule.isName(name)) {
            part.problem(name, "expected the name of a notification");
            return Optional.empty();
        }
        Optional<Oid> oid = part.required("oid", TrapTypes.OID);
        Optional<Kind> kind = part.required("kind", KIND);
        NameText partName = part.value("part", NAME, NameText.NONE);
        Optional<Reading> reading = reading(part);
        Optional<String> of = part.value("of", OBJECT);
        Map<String, Reading> cases = cases(part.section("cases"), of);
        Set<String> clears = new HashSet<>();
        part.list("clears", OBJECT).forEach(other -> clears.add(module + "::" + other));
        Set<String> used = new HashSet<>(partName.objects());
        of.ifPresent(used::add);
        used.removeAll(objects.keySet());
        used.forEach(unknown -> part.problem("part", "no object '" + unknown + "' in objects"));
        if (of.isPresent() == cases.isEmpty()) {
            part.problem("cases", "expected 'of' and 'cases' together");
        }
        if (oid.isEmpty() || kind.isEmpty() || reading.isEmpty()) {
            return Optional.empty();
        }
        names.notification(module, name, oid.get());
        return Optional.of(
                new TrapRule(
                        oid.get(),
                        module,
                        name,
                        kind.get(),
                        partName,
                        reading.get(),
                        of,
                        cases,
                        clears));
    }

    private static Optional<Reading> reading(Section part) {
        Optional<TrapSign> sign = part.required("tells", SIGN);
        Optional<TrapSeverity> severity = part.required("severity", SEVERITY);
        Optional<String> text = part.required("text", Values.LINE);
        return sign.isPresent() && severity.isPresent() && text.isPresent()
                ? Optional.of(new Reading(sign.get(), severity.get(), text.get()))
                : Optional.empty();
    }

    private Map<String, Reading> cases(Section section, Optional<String> of) {
        Map<String, Reading> cases = new TreeMap<>();
        Map<Integer, String> words = new TreeMap<>();
        section.sections((key, part) -> reading(part).map(r -> new Case(part, key, r)))
                .values()
                .forEach(one -> one.into(cases, words, names, module));
        of.map(objects::get).ifPresent(oid -> names.words(oid, words));
        return cases;
    }

    /** What a value says, under a key such as {@code down(2)} or {@code onBattery(1.3.6.1)}. */
    private record Case(Section part, String key, Reading reading) {

        void into(
                Map<String, Reading> cases,
                Map<Integer, String> words,
                TrapNames names,
                String module) {
            int open = key.indexOf('(');
            boolean shaped = key.matches("[A-Za-z][\\w-]*\\((-?\\d{1,10}|\\d+(\\.\\d+)+)\\)");
            if (!shaped) {
                part.problem(key, "expected the value as word(number) or word(identifier)");
                return;
            }
            String word = key.substring(0, open);
            String number = key.substring(open + 1, key.length() - 1);
            cases.put(number, reading);
            cases.put(word, reading);
            if (number.indexOf('.') > 0) {
                names.place(module, word, Oid.parse(number));
            } else {
                words.put((int) Long.parseLong(number), word);
            }
        }
    }

    private static Optional<PlatformRule> event(Section part) {
        List<Integer> sensors = new ArrayList<>(part.list("sensors", Counts.between(0, 255)));
        Optional<Integer> event = part.required("event", Counts.between(0, 255));
        Optional<Integer> offset = part.required("offset", Counts.between(0, 15));
        Optional<Kind> kind = part.required("kind", KIND);
        Optional<Reading> asserted = reading(part);
        Optional<Reading> over = part.optionalSection("over").flatMap(TrapFileText::reading);
        if (event.isEmpty() || offset.isEmpty() || kind.isEmpty() || asserted.isEmpty()) {
            return Optional.empty();
        }
        Reading end =
                over.orElseGet(
                        () ->
                                new Reading(
                                        TrapSign.OK,
                                        TrapSeverity.OK,
                                        "no longer: " + asserted.get().text()));
        return Optional.of(
                new PlatformRule(
                        Set.copyOf(sensors),
                        event.get(),
                        offset.get(),
                        kind.get(),
                        asserted.get(),
                        end));
    }
}
