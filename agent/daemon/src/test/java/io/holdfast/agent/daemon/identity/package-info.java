@NullMarked
package io.holdfast.agent.daemon.identity;

import org.jspecify.annotations.NullMarked;
