@NullMarked
package io.holdfast.collector.ingest;

import org.jspecify.annotations.NullMarked;
