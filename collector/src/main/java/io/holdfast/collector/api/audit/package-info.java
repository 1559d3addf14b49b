/** What people did, on disk. */
@NullMarked
package io.holdfast.collector.api.audit;

import org.jspecify.annotations.NullMarked;
