/** Notifications for the command: decoded offline, and told. */
@NullMarked
package io.holdfast.cli.trap;

import org.jspecify.annotations.NullMarked;
