@NullMarked
package io.holdfast.agent.devices.command;

import org.jspecify.annotations.NullMarked;
