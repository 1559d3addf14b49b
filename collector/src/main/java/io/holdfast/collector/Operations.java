package io.holdfast.collector;

import io.holdfast.collector.operations.Acceptance;
import io.holdfast.collector.operations.Agents;
import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.operations.Devices;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Readings;
import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.operations.ServerTls;
import io.holdfast.collector.operations.Tokens;
import io.holdfast.collector.operations.Topologies;

/** All that may be asked of a collector. */
public record Operations(
        Reports reports,
        Devices devices,
        Topologies topologies,
        Events events,
        Readings readings,
        Acceptance acceptance,
        Agents agents,
        Tokens tokens,
        Identities identities,
        Backups backups,
        ServerTls tls) {}
