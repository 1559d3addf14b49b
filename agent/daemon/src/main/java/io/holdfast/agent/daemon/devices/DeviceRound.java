package io.holdfast.agent.daemon.devices;

import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Look;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What this agent is to one device, and how that answers; mutable and for one thread at a time. */
final class DeviceRound {

    private final Optional<DeviceProbe> probe;
    private DeviceDuty duty;
    private Optional<DeviceChanges> changes = Optional.empty();
    private Optional<Long> answeredNanos = Optional.empty();
    private Optional<Long> triedNanos = Optional.empty();
    private int failures;
    private Optional<Silence> error;
    private SortedMap<String, Look> looks = new TreeMap<>();
    private boolean news = true;

    /** A device that is asked. */
    DeviceRound(DeviceDuty duty, DeviceProbe probe) {
        this.duty = duty;
        this.probe = Optional.of(probe);
        error = Optional.empty();
        enterEpoch();
    }

    /** A device that is not asked from here, for this reason. */
    DeviceRound(DeviceDuty duty, Silence why) {
        this.duty = duty;
        probe = Optional.empty();
        error = Optional.of(why);
    }

    HostId device() {
        return duty.device().device();
    }

    DeviceDuty duty() {
        return duty;
    }

    Optional<DeviceProbe> probe() {
        return probe;
    }

    Optional<DeviceChanges> changes() {
        return changes;
    }

    /** The agent is something else to the same device from now on. */
    void duty(DeviceDuty next) {
        duty = next;
        enterEpoch();
    }

    private void enterEpoch() {
        boolean polls = duty.role() == DeviceDuty.Role.POLL && probe.isPresent();
        if (!polls) {
            changes = Optional.empty();
            looks.clear();
        } else if (changes.filter(c -> c.epoch() == duty.epoch()).isEmpty()) {
            changes = Optional.of(new DeviceChanges(duty.epoch()));
            looks.clear();
        }
        news = true;
    }

    /** The device answered, or it did not: then the first thing unseen says why. */
    void looked(Survey survey, long nanos) {
        boolean blind = survey.components().isEmpty() && !survey.complete();
        if (blind) {
            Silence why =
                    survey.unseen().isEmpty()
                            ? Silence.of(Silence.Cause.FAILED, "nothing of it could be seen")
                            : survey.unseen().getFirst().silence();
            if (why.cause() == Silence.Cause.NOT_ASKED) {
                leftAlone(why);
            } else {
                missed(why, nanos);
            }
            return;
        }
        triedNanos = Optional.of(nanos);
        answeredNanos = triedNanos;
        failures = 0;
        error = Optional.empty();
        news = true;
        changes.ifPresent(
                c -> {
                    c.take(survey);
                    looks.put(survey.probe(), new Look(survey.at(), survey.complete()));
                });
    }

    /** Its driver gives it a rest, which is no try: why it failed before still holds. */
    private void leftAlone(Silence why) {
        if (error.isEmpty()) {
            error = Optional.of(why);
            news = true;
        }
    }

    /** The device did not answer. What it said before stays: its age tells. */
    void missed(Silence why, long nanos) {
        triedNanos = Optional.of(nanos);
        failures = failures == Integer.MAX_VALUE ? failures : failures + 1;
        error = Optional.of(why);
        news = true;
    }

    /** A new stream knows nothing of what was said on the last. */
    void sayAgain() {
        news = true;
        changes.ifPresent(DeviceChanges::rewind);
    }

    /** The next changes to say. */
    Optional<FromAgent> nextChanges() {
        return changes.flatMap(DeviceChanges::next)
                .map(batch -> new FromAgent.DeviceBatch(device(), batch));
    }

    /** How it answers, where there is news and nothing is to be said before; counts as said. */
    Optional<DeviceStatus> takeStatus(long nanos) {
        if (!news || !changes.map(DeviceChanges::allSent).orElse(true)) {
            return Optional.empty();
        }
        news = false;
        SortedMap<String, Look> told = looks;
        looks = new TreeMap<>();
        return Optional.of(
                new DeviceStatus(
                        device(),
                        changes.map(DeviceChanges::epoch).orElse(0L),
                        answeredNanos.map(at -> Duration.ofNanos(nanos - at)),
                        triedNanos.map(at -> Duration.ofNanos(nanos - at)),
                        failures,
                        error,
                        probe.map(DeviceProbe::lateness).orElse(Duration.ZERO),
                        told));
    }
}
