/** The durable side of every host: batches as they came, snapshots, what was accepted. */
@NullMarked
package io.holdfast.collector.ledger;

import org.jspecify.annotations.NullMarked;
