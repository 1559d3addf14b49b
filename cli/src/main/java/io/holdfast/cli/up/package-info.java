/** Collector and agent of one machine, as two processes that live as long as the command. */
@NullMarked
package io.holdfast.cli.up;

import org.jspecify.annotations.NullMarked;
