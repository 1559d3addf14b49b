/** The commands: what they are called, what they take, and what each does. */
@NullMarked
package io.holdfast.cli.command;

import org.jspecify.annotations.NullMarked;
