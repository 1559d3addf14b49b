@NullMarked
package io.holdfast.agent.daemon.bmc;

import org.jspecify.annotations.NullMarked;
