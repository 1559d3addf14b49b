/** The collector's HTTP API. */
@NullMarked
package io.holdfast.collector.api;

import org.jspecify.annotations.NullMarked;
