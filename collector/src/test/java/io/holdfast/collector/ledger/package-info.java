@NullMarked
package io.holdfast.collector.ledger;

import org.jspecify.annotations.NullMarked;
