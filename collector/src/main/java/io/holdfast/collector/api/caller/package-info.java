/** Who calls the API. */
@NullMarked
package io.holdfast.collector.api.caller;

import org.jspecify.annotations.NullMarked;
