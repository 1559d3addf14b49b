package io.holdfast.collector.ingest;

import io.holdfast.collector.hosts.Hosts;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.hosts.Rules;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.core.time.Ticker;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What all sessions share.
 *
 * @param hosts to be touched only through the mailbox
 * @param version of the collector's software
 */
record Desk(
        Hosts hosts,
        Mailbox mailbox,
        Backlog backlog,
        Admission admission,
        Tally tally,
        Supplier<Rules> rules,
        InstantSource clock,
        Ticker ticker,
        String version) {}
