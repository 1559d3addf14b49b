/** What a BMC knows of replaceable units: maker, model, serial number (FRU information, 1.0). */
@NullMarked
package io.holdfast.agent.devices.ipmi.fru;

import org.jspecify.annotations.NullMarked;
