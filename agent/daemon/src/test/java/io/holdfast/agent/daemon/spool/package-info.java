@NullMarked
package io.holdfast.agent.daemon.spool;

import org.jspecify.annotations.NullMarked;
