/** A small JSON tree for the answers of programs, read without data binding. */
@NullMarked
package io.holdfast.agent.devices.json;

import org.jspecify.annotations.NullMarked;
