@NullMarked
package io.holdfast.agent.daemon.state;

import org.jspecify.annotations.NullMarked;
