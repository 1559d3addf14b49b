/** What this agent knows of its host, and the numbered changes that led there. */
@NullMarked
package io.holdfast.agent.daemon.state;

import org.jspecify.annotations.NullMarked;
