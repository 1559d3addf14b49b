package io.holdfast.cli.local;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.report.Evaluation;
import io.holdfast.wire.api.report.HostFindings;
import io.holdfast.wire.api.report.HostReports;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One look at this machine or at a device with all probes at once, each within its own deadline.
 *
 * @param host what the machine or device is called
 * @param version the version that the report names
 * @param clock the time
 */
public record LocalLook(HostId host, String version, InstantSource clock) {

    /** The report of what the probes see of this machine. */
    public Report report(List<ScheduledProbe> probes) throws InterruptedException {
        HostFindings findings = findings(probes);
        Instant now = clock.instant();
        return Report.of(now, version, List.of(HostReports.local(findings, now)));
    }

    /** What the probes see, and what follows from it. */
    public HostFindings findings(List<ScheduledProbe> probes) throws InterruptedException {
        List<FutureTask<Survey>> looks = new ArrayList<>();
        for (ScheduledProbe scheduled : probes) {
            FutureTask<Survey> look = new FutureTask<>(scheduled.probe()::look);
            Thread.ofPlatform().daemon().name(scheduled.probe().name()).start(look);
            looks.add(look);
        }
        StateTable table = new StateTable(Significance.DEFAULT);
        for (int i = 0; i < probes.size(); i++) {
            table.apply(survey(probes.get(i), looks.get(i)));
        }
        return Evaluation.ofUnpinned(host, table.state(), Needs.UNSAID, clock.instant());
    }

    private Survey survey(ScheduledProbe scheduled, FutureTask<Survey> look)
            throws InterruptedException {
        Probe probe = scheduled.probe();
        try {
            return look.get(scheduled.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            look.cancel(true);
            return blind(
                    probe,
                    Silence.Cause.TIMED_OUT,
                    "no answer within " + scheduled.deadline().toSeconds() + " s");
        } catch (ExecutionException e) {
            return blind(probe, Silence.Cause.FAILED, "the probe itself failed: " + e.getCause());
        }
    }

    private Survey blind(Probe probe, Silence.Cause cause, String detail) {
        Unseen all = new Unseen("everything of " + probe.name(), Silence.of(cause, detail));
        return Survey.blind(probe.name(), clock.instant(), all);
    }
}
