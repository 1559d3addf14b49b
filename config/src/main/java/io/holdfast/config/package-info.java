/** Settings of agent and collector, read from a file with all its errors at once. */
@NullMarked
package io.holdfast.config;

import org.jspecify.annotations.NullMarked;
