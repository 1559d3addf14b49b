/** What the collector has not taken yet: in memory, and on disk while it is away. */
@NullMarked
package io.holdfast.agent.daemon.spool;

import org.jspecify.annotations.NullMarked;
