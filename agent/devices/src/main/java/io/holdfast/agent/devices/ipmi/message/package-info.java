/** What is said to a BMC and what it answers, whatever carries it (IPMI 2.0, chapters 5 and 13). */
@NullMarked
package io.holdfast.agent.devices.ipmi.message;

import org.jspecify.annotations.NullMarked;
