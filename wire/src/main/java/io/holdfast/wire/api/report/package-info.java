/** The report of a host made from the vocabulary, and the status that it has. */
@NullMarked
package io.holdfast.wire.api.report;

import org.jspecify.annotations.NullMarked;
