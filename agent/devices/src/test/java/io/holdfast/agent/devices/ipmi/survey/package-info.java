/** What looks at BMCs say of redundancy. */
@NullMarked
package io.holdfast.agent.devices.ipmi.survey;

import org.jspecify.annotations.NullMarked;
