/** The settings of an agent. */
@NullMarked
package io.holdfast.config.agent;

import org.jspecify.annotations.NullMarked;
