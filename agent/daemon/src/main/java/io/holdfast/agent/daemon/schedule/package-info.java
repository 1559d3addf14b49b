/** When each probe looks, and what becomes of one that does not return. */
@NullMarked
package io.holdfast.agent.daemon.schedule;

import org.jspecify.annotations.NullMarked;
