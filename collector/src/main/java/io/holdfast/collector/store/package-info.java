/** The collector's SQLite file: one writer, several readers, and what they may rely on. */
@NullMarked
package io.holdfast.collector.store;

import org.jspecify.annotations.NullMarked;
