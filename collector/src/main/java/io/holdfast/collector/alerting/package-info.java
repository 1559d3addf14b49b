/** Tells people by mail what has changed, once for each change, whatever crashes in between. */
@NullMarked
package io.holdfast.collector.alerting;

import org.jspecify.annotations.NullMarked;
