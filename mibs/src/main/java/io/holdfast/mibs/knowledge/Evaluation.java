package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One evaluation of a device's answers by all its profiles. For one thread, used once. */
final class Evaluation {

    private final HostId host;
    private final String source;
    private final Instant at;
    private final Answers answers;
    private final DeviceKnowledge knowledge;
    private final Parts parts;
    private final Losses losses = new Losses();
    private final Part self;

    Evaluation(HostId host, String source, Instant at, Answers answers, DeviceKnowledge knowledge) {
        this.host = host;
        this.source = source;
        this.at = at;
        this.answers = answers;
        this.knowledge = knowledge;
        this.parts = new Parts(answers);
        Profile first =
                knowledge.profiles().isEmpty() ? Nobody.PROFILE : knowledge.profiles().getFirst();
        this.self =
                new Part(
                        host.self(),
                        first,
                        new Row(io.holdfast.mibs.object.Oid.ROOT, java.util.Map.of()),
                        Optional.empty());
        parts.add(
                self, new Part.Origin("", "", io.holdfast.mibs.object.Oid.ROOT), Optional.empty());
    }

    List<Claim> claims() {
        survey();
        List<Claim> claims = new ArrayList<>();
        parts.all().forEach(part -> claims.addAll(part.findings().claims(part.id())));
        return claims;
    }

    SortedMap<ComponentId, Control> controls() {
        survey();
        SortedMap<ComponentId, Control> controls = new TreeMap<>();
        parts.all().forEach(part -> part.control().ifPresent(how -> controls.put(part.id(), how)));
        return controls;
    }

    Survey survey() {
        List<Assembly> assemblies = new ArrayList<>();
        for (Profile profile : knowledge.profiles()) {
            Assembly assembly = new Assembly(profile, host, source, answers, parts, losses);
            assembly.ownParts();
            assemblies.add(assembly);
        }
        assemblies.forEach(Assembly::additions);
        dropCovered();
        List<RedundancyGroup> groups =
                new Groups(host, source, answers, parts, losses).of(knowledge.profiles());
        noteSelf();
        List<Component> components = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (Part part : parts.all()) {
            components.add(component(part));
            observations.add(part.findings().of(part.id(), at));
        }
        boolean complete = answers.unanswered().isEmpty() && losses.none();
        return new Survey(source, at, complete, components, observations, groups, unseen());
    }

    private Component component(Part part) {
        Optional<ComponentId> parent =
                part == self
                        ? Optional.empty()
                        : part.parent()
                                .flatMap(a -> parts.find(a, part.row(), part.profile()))
                                .filter(other -> other != part)
                                .map(Part::id)
                                .or(() -> Optional.of(host.self()));
        return new Component(part.id(), parent, new TreeMap<>(part.attributes()));
    }

    /**
     * Parts of a kind that a better profile knows wholly are the same parts once more. A worse
     * state than any that profile sees is kept: nobody else tells it.
     */
    private void dropCovered() {
        for (Part part : List.copyOf(parts.all())) {
            if (part.kind() != Kind.HOST && covered(part)) {
                parts.remove(part);
            }
        }
    }

    private boolean covered(Part part) {
        for (Profile profile : knowledge.profiles()) {
            boolean above =
                    profile.level().compareTo(part.profile().level()) > 0
                            && profile.covers().contains(part.kind());
            if (above) {
                var badness =
                        parts.all().stream()
                                .filter(p -> p.from(profile) && p.kind() == part.kind())
                                .mapToInt(p -> p.findings().badness())
                                .max();
                if (badness.isPresent() && part.findings().badness() <= badness.getAsInt()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** That it answers at all is what is known of a device without any state. */
    private void noteSelf() {
        if (self.findings().anything()) {
            return;
        }
        var all = answers.said().all();
        if (all.isEmpty()) {
            self.findings().unanswered(Silence.of(Silence.Cause.TIMED_OUT, "nothing was answered"));
            return;
        }
        var named =
                answers.said().get(ProfileText.SYSTEM.getOrDefault("sys-descr", all.firstKey()));
        String key =
                named.isPresent()
                        ? ProfileText.SYSTEM.getOrDefault("sys-descr", all.firstKey()).toString()
                        : all.firstKey().toString();
        String shown = named.orElse(all.firstEntry().getValue()).shown();
        String value = PlainNames.of(shown).orElse("");
        self.findings().add(Health.OK, new Evidence(source, key, value, "answers"));
    }

    private List<Unseen> unseen() {
        List<Unseen> unseen = new ArrayList<>(losses.unseen());
        if (knowledge.profiles().stream()
                .noneMatch(p -> p.level() != io.holdfast.mibs.profile.Level.GENERIC)) {
            unseen.add(
                    new Unseen(
                            "what only this vendor's MIBs tell",
                            new Silence(
                                    Silence.Cause.NOT_OFFERED,
                                    "no profile of this device's family",
                                    "write one: holdfast profile check FILE, then put it into"
                                            + " /etc/holdfast/profiles")));
        }
        return unseen;
    }

    /** Stands in where no profile at all fits. */
    private static final class Nobody {
        static final Profile PROFILE =
                new Profile(
                        "",
                        "",
                        io.holdfast.mibs.profile.Level.GENERIC,
                        new io.holdfast.mibs.profile.Match(false, List.of(), Optional.empty()),
                        java.util.Set.of(),
                        java.util.Map.of(),
                        new TreeMap<>(),
                        new TreeMap<>());

        private Nobody() {}
    }
}
