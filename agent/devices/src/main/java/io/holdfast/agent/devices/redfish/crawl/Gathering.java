package io.holdfast.agent.devices.redfish.crawl;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Documents;
import io.holdfast.agent.devices.redfish.service.Fetched;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a crawl has found so far, and the means to go on: every document is asked for at most once,
 * and once nothing more can be had nothing more is asked.
 */
final class Gathering {

    /** A collection in more pieces than this leads in circles. */
    private static final int MOST_PAGES = 32;

    /** More members of one collection are nobody's. */
    private static final int MOST_MEMBERS = 512;

    /** More resources are no machine's. */
    private static final int MOST_FOUND = 4_000;

    /** More complaints than these help nobody. */
    private static final int MOST_UNSEEN = 64;

    private final Documents documents;
    private final Set<String> asked = new HashSet<>();
    private final Set<Place> known = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();
    private boolean complete = true;
    private boolean hopeless;

    Gathering(Documents documents) {
        this.documents = documents;
    }

    Harvest harvest(Resource root) {
        return new Harvest(root, found, unseen, complete);
    }

    /** Adds what was found; whatever comes twice on different ways counts once. */
    boolean add(Role role, Resource resource, Link owner) {
        if (found.size() >= MOST_FOUND) {
            miss("more than " + MOST_FOUND + " resources", tooMany("resources"));
            return false;
        }
        boolean first = known.add(new Place(role, resource.link()));
        if (first) {
            found.add(new Found(role, resource, owner));
        }
        return first;
    }

    private record Place(Role role, Link link) {}

    /** Adds the parts in an array of a resource. */
    void addParts(Role role, Resource resource, String property, Link owner) {
        List<Json> items = resource.json().at(property).items();
        for (int i = 0; i < Math.min(items.size(), MOST_MEMBERS); i++) {
            if (items.get(i) instanceof Json.Fields) {
                add(role, resource.part(property, i, items.get(i)), owner);
            }
        }
    }

    /** The document that a property links to; empty where it links to nothing, or to no avail. */
    Optional<Resource> follow(Resource from, String... way) throws InterruptedException {
        Optional<Link> link = from.link(way);
        return link.isPresent() ? get(link.get(), false) : Optional.empty();
    }

    /** One document; empty where it was had before or cannot be had. */
    Optional<Resource> get(Link link, boolean expand) throws InterruptedException {
        if (!asked.add(link.path())) {
            return Optional.empty();
        }
        if (hopeless) {
            complete = false;
            return Optional.empty();
        }
        return switch (documents.get(link, expand)) {
            case Fetched.Got(Resource resource) -> Optional.of(resource);
            case Fetched.Missed(int status, Silence reason, boolean end) -> {
                hopeless = end;
                miss(link.toString(), reason);
                yield Optional.empty();
            }
        };
    }

    /**
     * A document once more with what it links to, or as it was where that cannot be had: one long
     * answer costs a BMC less than many short ones.
     */
    Resource whole(Resource resource) throws InterruptedException {
        if (hopeless) {
            return resource;
        }
        return documents.get(resource.link(), true) instanceof Fetched.Got(Resource whole)
                ? whole
                : resource;
    }

    /** The members of the collection that a property links to. */
    List<Resource> members(Resource from, String... way) throws InterruptedException {
        Optional<Link> link = from.link(way);
        return link.isPresent() ? members(link.get()) : List.of();
    }

    private List<Resource> members(Link collection) throws InterruptedException {
        List<Resource> members = new ArrayList<>();
        Optional<Link> page = Optional.of(collection);
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                miss(collection.toString(), tooMany("pages"));
                break;
            }
            Optional<Resource> got = get(page.get(), true);
            if (got.isEmpty()) {
                break;
            }
            Json json = got.get().json();
            for (Json item : json.at("Members").items()) {
                if (members.size() == MOST_MEMBERS) {
                    miss(collection.toString(), tooMany("members"));
                    return members;
                }
                item(item).ifPresent(members::add);
            }
            page = json.at("Members@odata.nextLink").text().flatMap(Link::parse);
        }
        return members;
    }

    /** What an array of links leads to, or holds where it came expanded. */
    List<Resource> all(Json array) throws InterruptedException {
        List<Resource> resources = new ArrayList<>();
        for (Json item : array.items()) {
            if (resources.size() == MOST_MEMBERS) {
                break;
            }
            item(item).ifPresent(resources::add);
        }
        return resources;
    }

    private Optional<Resource> item(Json item) throws InterruptedException {
        Optional<Link> link = Link.in(item);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        // An expanded member brings more than its link.
        boolean whole = item.at("Id").present() || item.at("@odata.type").present();
        if (!whole) {
            return get(link.get(), false);
        }
        return asked.add(link.get().toString())
                ? Optional.of(new Resource(link.get(), item))
                : Optional.empty();
    }

    private void miss(String target, Silence reason) {
        complete = false;
        if (unseen.size() < MOST_UNSEEN) {
            unseen.add(new Unseen(target, reason));
        }
    }

    private static Silence tooMany(String what) {
        return Silence.of(Silence.Cause.NOT_UNDERSTOOD, "too many " + what + " to be true");
    }
}
