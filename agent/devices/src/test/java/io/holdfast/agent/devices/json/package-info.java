@NullMarked
package io.holdfast.agent.devices.json;

import org.jspecify.annotations.NullMarked;
