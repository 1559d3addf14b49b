package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a profile, strictly: an unknown key, field or word is an error, and all errors of a file
 * come at once. The format is documented in the handbook, {@code docs/handbook/profiles.md}.
 */
public final class ProfileText {

    /** What every device says of itself: RFC 3418, sysDescr and sysObjectID. */
    public static final Map<String, Oid> SYSTEM =
            Map.of(
                    "sys-descr", Oid.parse("1.3.6.1.2.1.1.1.0"),
                    "sys-object-id", Oid.parse("1.3.6.1.2.1.1.2.0"));

    private ProfileText() {}

    /**
     * The profile of a text, or all that is wrong with it.
     *
     * @param file what the user calls the file; the profile is named after it
     */
    public static Loaded<Profile> parse(String file, String text) {
        Problems problems = new Problems();
        Optional<Section> top = Section.top(file, text, problems);
        Optional<Profile> profile = top.map(section -> profile(nameOf(file), section));
        top.ifPresent(Section::finish);
        return Loaded.of(profile, problems);
    }

    /** The name of the profile in a file: the file's own, without folder and ending. */
    public static String nameOf(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    private static Profile profile(String name, Section top) {
        String about = top.required("about", ProfileTypes.LINE).orElse("");
        Level level = top.value("level", ProfileTypes.LEVEL, Level.FAMILY);
        Match match = top.requiredSection("match").map(ProfileText::match).orElse(nobody());
        List<Kind> covers = top.list("covers", ProfileTypes.KIND);
        SortedMap<String, Oid> objects = new TreeMap<>(SYSTEM);
        objects.putAll(top.section("objects").values(ProfileTypes.OID));
        Set<String> shared = new TreeSet<>(objects.keySet());
        ComponentReader components = new ComponentReader(new FieldsReader(shared));
        SortedMap<String, ComponentRule> rules =
                top.section("components").sections(components::read);
        if (rules.isEmpty() && !top.has("components")) {
            top.problem("components", "expected at least one component, found none");
        }
        checkAnchors(top, rules);
        Set<String> withKey = new TreeSet<>(shared);
        GroupReader groups = new GroupReader(new FieldsReader(withKey), rules);
        return new Profile(
                name,
                about,
                level,
                match,
                Set.copyOf(covers),
                objects,
                rules,
                top.section("groups").sections(groups::read));
    }

    private static void checkAnchors(Section top, SortedMap<String, ComponentRule> rules) {
        rules.forEach(
                (name, rule) -> {
                    Set<String> named = new TreeSet<>();
                    rule.parent().ifPresent(anchor -> named.addAll(anchor.components()));
                    rule.addsTo().ifPresent(anchor -> named.addAll(anchor.components()));
                    named.removeAll(rules.keySet());
                    for (String unknown : named) {
                        top.problem(
                                "components", "in " + name + ": no component '" + unknown + "'");
                    }
                });
    }

    private static Match match(Section section) {
        boolean every = section.value("every-device", new io.holdfast.config.value.Flags(), false);
        List<Oid> objects = section.list("objects", ProfileTypes.OID);
        Optional<Pattern> description = section.value("description", ProfileTypes.PATTERN);
        if (!every && objects.isEmpty() && description.isEmpty()) {
            section.problem(
                    "objects", "expected 'objects', 'description' or 'every-device', found none");
        }
        return new Match(every, objects, description);
    }

    private static Match nobody() {
        return new Match(false, List.of(), Optional.empty());
    }
}
