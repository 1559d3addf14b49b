/** What has happened: the typed entries of history. */
@NullMarked
package io.holdfast.collector.event;

import org.jspecify.annotations.NullMarked;
