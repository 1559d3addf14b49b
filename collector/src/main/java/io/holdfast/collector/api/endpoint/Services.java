package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.audit.Acts;
import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.operations.Acceptance;
import io.holdfast.collector.operations.Agents;
import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.operations.Devices;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.operations.Tokens;
import io.holdfast.collector.operations.Topologies;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.MailTestResult;
import io.holdfast.wire.api.TrapTestResult;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the API serves.
 *
 * @param backupDirectory where backups go now that name no file
 * @param mailTrial sends a test mail; gives nothing where no mail is configured
 * @param trapTrial sends a test notification; gives nothing where no receiver is configured
 * @param health how the collector does
 * @param metrics writes all metrics as OpenMetrics text
 * @param version the collector's software
 */
public record Services(
        Reports reports,
        Devices devices,
        Topologies topologies,
        Events events,
        Acceptance acceptance,
        Agents agents,
        Tokens tokens,
        Identities identities,
        Backups backups,
        Supplier<Path> backupDirectory,
        Supplier<Optional<MailTestResult>> mailTrial,
        Supplier<Optional<TrapTestResult>> trapTrial,
        Supplier<CollectorHealth> health,
        Answer.Writing metrics,
        Acts acts,
        InstantSource clock,
        String version) {}
