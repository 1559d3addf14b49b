package io.holdfast.mibs.knowledge;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Match;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The profiles that are in the jar. Reading all of them takes a second on a small machine, so an
 * index says for which devices each is, and a profile is read when a device needs it.
 *
 * <p>Safe for several threads.
 */
final class ShippedProfiles {

    private static final String FOLDER = "/io/holdfast/mibs/profiles/";
    private static final String INDEX = "index.txt";

    private final SortedMap<String, Match> matches;
    private final Map<String, Profile> read = new ConcurrentHashMap<>();

    private ShippedProfiles() {
        SortedMap<String, Match> found = new TreeMap<>();
        resource(INDEX).lines().map(line -> line.split("\t", -1)).forEach(w -> add(found, w));
        matches = Collections.unmodifiableSortedMap(found);
    }

    /** Read once, and only when somebody asks. */
    private static final class Once {
        static final ShippedProfiles ALL = new ShippedProfiles();

        private Once() {}
    }

    static ShippedProfiles all() {
        return Once.ALL;
    }

    private static void add(SortedMap<String, Match> found, String[] words) {
        boolean every = words[1].equals("every");
        List<Oid> objects =
                words[2].isEmpty()
                        ? List.of()
                        : Pattern.compile(",").splitAsStream(words[2]).map(Oid::parse).toList();
        Optional<Pattern> description =
                words[3].isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Pattern.compile(
                                        words[3], Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        found.put(words[0], new Match(every, objects, description));
    }

    /** The line of the index for a profile: name, every, objects and description. */
    static String line(Profile profile) {
        Match match = profile.match();
        return String.join(
                "\t",
                profile.name(),
                match.everyDevice() ? "every" : "",
                String.join(",", match.objects().stream().map(Oid::toString).toList()),
                match.description().map(Pattern::pattern).orElse(""));
    }

    /** For which devices each profile is. */
    SortedMap<String, Match> matches() {
        return matches;
    }

    /** The index as it is in the jar. */
    static String index() {
        return resource(INDEX);
    }

    Profile profile(String name) {
        return read.computeIfAbsent(name, ShippedProfiles::load);
    }

    private static Profile load(String name) {
        String file = name + ".yaml";
        return switch (ProfileText.parse(file, resource(file))) {
            case Loaded.Good<Profile>(Profile profile) -> profile;
            case Loaded.Bad<Profile> bad -> throw new IllegalStateException(bad.text());
        };
    }

    private static String resource(String file) {
        try (InputStream in = ShippedProfiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the profile " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
