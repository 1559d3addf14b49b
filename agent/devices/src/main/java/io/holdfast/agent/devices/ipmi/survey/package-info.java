/** What a look at a BMC says in the words of redundancy: components, observations, groups. Pure. */
@NullMarked
package io.holdfast.agent.devices.ipmi.survey;

import org.jspecify.annotations.NullMarked;
