/** Secrets: where they come from, and a type that never prints them. */
@NullMarked
package io.holdfast.config.secret;

import org.jspecify.annotations.NullMarked;
