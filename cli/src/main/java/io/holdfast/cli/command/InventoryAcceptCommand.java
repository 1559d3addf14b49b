package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.AcceptText;
import io.holdfast.core.component.ComponentId;
import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.AcceptResult;
import io.holdfast.wire.api.InventoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what is there for what ought to be there. */
@Command(
        name = "accept",
        description = {
            "Take hosts or single parts as they are now for what ought to be.",
            "Without --yes only shows what would be taken over."
        },
        footer = {
            "%nExample:",
            "  holdfast inventory accept ber1/r12/db07 --yes",
            "  holdfast inventory accept 'ber1/r12/db07/psu:PS2' --yes"
        })
final class InventoryAcceptCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "HOST|COMPONENT",
            arity = "0..*",
            description =
                    "site/rack/host, a host's name, or site/rack/host/kind:name (default: every host).")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    InventoryAcceptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CollectorClient client = collector.client(context);
        InventoryReport all = client.get(Paths.INVENTORY, InventoryReport.class);
        AcceptRequest request = request(all);
        InventoryReport now = AcceptPreview.of(all, request);
        AcceptText text = new AcceptText(context.terminal(), context.zone());
        if (!yes) {
            format.print(context.out(), InventoryReport.class, now, text::preview);
            if (now.hosts().stream().anyMatch(AcceptPreview::isOpen)) {
                context.err().println(AcceptPreview.told(subjects));
            }
            return 0;
        }
        AcceptResult result =
                client.post(Paths.ACCEPT, AcceptRequest.class, request, AcceptResult.class);
        Set<String> before =
                all.hosts().stream()
                        .filter(host -> host.pinnedAt().isPresent())
                        .map(InventoryReport.Host::id)
                        .collect(Collectors.toSet());
        format.print(context.out(), AcceptResult.class, result, done -> text.done(done, before));
        return 0;
    }

    /** Every name is looked up before anything is asked: a slip changes nothing. */
    private AcceptRequest request(InventoryReport all) {
        if (all.hosts().isEmpty()) {
            throw new Failure(
                    "expected a host that has reported, found none", "see: holdfast agents");
        }
        KnownHosts known = KnownHosts.of(all);
        List<String> hosts = new ArrayList<>();
        List<String> components = new ArrayList<>();
        for (String subject : subjects) {
            long slashes = subject.chars().filter(c -> c == '/').count();
            if (slashes == 0 || slashes == 2) {
                hosts.add(reported(all, known.id(subject)).id());
            } else {
                components.add(part(all, known, subject));
            }
        }
        return new AcceptRequest(hosts, components, subjects.isEmpty());
    }

    private static String part(InventoryReport all, KnownHosts known, String subject) {
        ComponentId component;
        try {
            component = ComponentId.parse(subject);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "holdfast inventory lists them");
        }
        InventoryReport.Host host = reported(all, known.id(component.host().toString()));
        if (host.components().stream().noneMatch(part -> part.id().equals(subject))) {
            throw KnownHosts.unknownPart(host, component);
        }
        return subject;
    }

    private static InventoryReport.Host reported(InventoryReport all, String id) {
        InventoryReport.Host host =
                all.hosts().stream().filter(h -> h.id().equals(id)).findFirst().orElseThrow();
        if (host.pinnedAt().isEmpty() && host.components().isEmpty()) {
            throw new Failure(
                    "expected a host that has reported its parts, found that "
                            + id
                            + " has reported none yet",
                    "wait until its agent is connected, see: holdfast agents");
        }
        return host;
    }
}
