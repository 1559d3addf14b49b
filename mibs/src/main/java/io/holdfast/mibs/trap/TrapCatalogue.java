package io.holdfast.mibs.trap;

import io.holdfast.core.component.Kind;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what notifications mean, by the files of the catalogue and the names of MIBs.
 *
 * <p>Safe for several threads.
 */
public final class TrapCatalogue {

    private final Map<Oid, TrapRule> rules = new HashMap<>();
    private final Map<String, TrapRule> byName = new HashMap<>();
    private final Map<String, Oid> objects = new HashMap<>();
    private final List<PlatformRule> events;
    private final MibNames names;

    TrapCatalogue(Collection<TrapFile> files, Collection<MibModule> imported) {
        List<MibModule> modules = new ArrayList<>(imported);
        for (TrapFile file : files) {
            for (TrapRule rule : file.rules()) {
                rules.put(rule.oid(), rule);
                byName.put(rule.fullName(), rule);
            }
            objects.putAll(file.objects());
            modules.addAll(file.names());
        }
        events = files.stream().flatMap(file -> file.events().stream()).toList();
        names = new MibNames(modules);
    }

    /** The shipped catalogue, with the names of imported MIBs. */
    public static TrapCatalogue shipped(Collection<MibModule> imported) {
        return new TrapCatalogue(ShippedTraps.files(), imported);
    }

    /** The names of all that it knows, and of imported MIBs. */
    public MibNames names() {
        return names;
    }

    /** How many notifications it knows, those of platforms not counted. */
    public int size() {
        return rules.size();
    }

    /** What a notification means; never fails. */
    public DecodedTrap decode(Notification notification) {
        return new DecodedTrap(
                notification,
                notification.trap().shown(names),
                meaning(notification),
                notification.bindings().stream().map(this::said).toList());
    }

    /** What it says; empty for one that the catalogue does not have. */
    public Optional<DecodedTrap.Meaning> meaning(Notification notification) {
        return rule(notification.trap())
                .map(rule -> meaning(rule, notification))
                .or(() -> PlatformEvent.of(notification).map(this::meaning));
    }

    private Optional<TrapRule> rule(Key trap) {
        return switch (trap) {
            case Key.Numbered(Oid oid) -> rule(oid);
            case Key.Named(String text) -> Optional.ofNullable(byName.get(text));
        };
    }

    /** As it is; then with the arc 0 before the last one left out or put in, as senders vary. */
    private Optional<TrapRule> rule(Oid oid) {
        TrapRule exact = rules.get(oid);
        int last = oid.length() - 1;
        if (exact != null || last < 2) {
            return Optional.ofNullable(exact);
        }
        Oid end = oid.from(last);
        if (oid.arc(last - 1) == 0) {
            return Optional.ofNullable(rules.get(oid.upTo(last - 1).child(end)));
        }
        return last + 2 > Oid.MOST_ARCS
                ? Optional.empty()
                : Optional.ofNullable(rules.get(oid.upTo(last).child(0).child(end)));
    }

    private DecodedTrap.Meaning meaning(TrapRule rule, Notification notification) {
        Optional<Carried> decisive = rule.of().flatMap(object -> carried(object, notification));
        Reading reading =
                decisive.flatMap(c -> Optional.ofNullable(rule.cases().get(word(c.value()))))
                        .orElse(rule.reading());
        Set<String> clears =
                rule.clears().isEmpty() && reading.severity() == TrapSeverity.OK
                        ? Set.of(rule.fullName())
                        : rule.clears();
        return new DecodedTrap.Meaning(
                reading,
                rule.kind(),
                rule.part().fill(object -> carried(object, notification)),
                clears);
    }

    private DecodedTrap.Meaning meaning(PlatformEvent event) {
        Optional<PlatformRule> known = events.stream().filter(rule -> rule.fits(event)).findFirst();
        Reading reading =
                known.map(rule -> event.over() ? rule.over() : rule.asserted())
                        .orElseGet(
                                () ->
                                        new Reading(
                                                TrapSign.CHANGED,
                                                TrapSeverity.INFORMATION,
                                                event.text()));
        return new DecodedTrap.Meaning(
                reading, known.map(PlatformRule::kind).orElse(Kind.HOST), event.part(), Set.of());
    }

    private static String word(Value value) {
        return value.shown();
    }

    private Optional<Carried> carried(String object, Notification notification) {
        Oid wanted = objects.get(object);
        for (Binding binding : notification.bindings()) {
            switch (binding.key()) {
                case Key.Numbered(Oid oid) when wanted != null && oid.startsWith(wanted) -> {
                    return Optional.of(new Carried(oid.from(wanted.length()), binding.value()));
                }
                case Key.Numbered other -> {}
                case Key.Named named -> {}
            }
        }
        return Optional.empty();
    }

    private DecodedTrap.Said said(Binding binding) {
        String value =
                switch (binding.value()) {
                    case Value.Name(Oid oid) ->
                            names.find(oid).map(MibNames.Found::text).orElseGet(oid::toString);
                    case Value.Whole whole -> whole.shown();
                    case Value.Unsigned unsigned -> unsigned.shown();
                    case Value.Counter64 counter -> counter.shown();
                    case Value.Octets octets -> octets.shown();
                    case Value.Address address -> address.shown();
                    case Value.Missing missing -> missing.shown();
                };
        String word =
                binding.key().number().flatMap(oid -> names.word(oid.toString(), value)).orElse("");
        return new DecodedTrap.Said(binding.key().shown(names), value, word);
    }
}
