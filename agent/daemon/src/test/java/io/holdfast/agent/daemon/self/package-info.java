@NullMarked
package io.holdfast.agent.daemon.self;

import org.jspecify.annotations.NullMarked;
