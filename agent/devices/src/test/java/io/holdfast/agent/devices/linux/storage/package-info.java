@NullMarked
package io.holdfast.agent.devices.linux.storage;

import org.jspecify.annotations.NullMarked;
