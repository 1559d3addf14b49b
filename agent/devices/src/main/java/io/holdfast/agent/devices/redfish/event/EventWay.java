package io.holdfast.agent.devices.redfish.event;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.observation.Silence;
import java.util.Optional;

/** How a BMC can be made to tell of its own accord. */
public sealed interface EventWay {

    /** We ask for a stream and keep it open: nothing of ours has to listen. */
    record Stream(Link place) implements EventWay {}

    /** It posts to a place of ours that we subscribe. */
    record Push(Link subscriptions) implements EventWay {}

    /** It cannot: only polling tells. */
    record PollOnly(Silence reason) implements EventWay {}

    /** The best way that an EventService offers (DSP0268, EventService). */
    static EventWay of(Resource eventService) {
        Json json = eventService.json();
        if (json.at("ServiceEnabled").isFalse()) {
            return new PollOnly(
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            "the BMC's event service is switched off",
                            "enable the EventService on the BMC"));
        }
        Optional<Link> stream = json.at("ServerSentEventUri").text().flatMap(Link::parse);
        if (stream.isPresent()) {
            return new Stream(stream.get());
        }
        Optional<Link> push = eventService.link("Subscriptions");
        return push.isPresent()
                ? new Push(push.get())
                : new PollOnly(
                        Silence.of(
                                Silence.Cause.NOT_OFFERED,
                                "the BMC offers neither a stream of events nor subscriptions"));
    }
}
