/** Everything that is known of every host now; one thread owns it. */
@NullMarked
package io.holdfast.collector.hosts;

import org.jspecify.annotations.NullMarked;
