package io.holdfast.agent.devices.redfish.crawl;

import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.observation.Unseen;
import java.util.List;

/**
 * All that one crawl brought home.
 *
 * @param root the service root
 * @param found what was found, in the order of the links
 * @param unseen what was linked to and could not be had
 * @param complete whether nothing is missing that could be listed
 */
public record Harvest(Resource root, List<Found> found, List<Unseen> unseen, boolean complete) {

    public Harvest {
        found = List.copyOf(found);
        unseen = List.copyOf(unseen);
    }

    /** The resources of one role, in order. */
    public List<Found> of(Role role) {
        return found.stream().filter(each -> each.role() == role).toList();
    }
}
