/** The agent process: polls, keeps its state, tells its collector. */
@NullMarked
package io.holdfast.agent.daemon;

import org.jspecify.annotations.NullMarked;
