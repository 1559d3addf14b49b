@NullMarked
package io.holdfast.agent.daemon.schedule;

import org.jspecify.annotations.NullMarked;
