/**
 * What is known of the device in hand, and what its answers mean.
 *
 * <p>The way to use it: {@code Profiles.shipped().matching(sysObjectID, sysDescr)} gives the {@link
 * io.holdfast.mibs.knowledge.DeviceKnowledge}; fetch its {@code scalars()} by GET and its {@code
 * subtrees()} by GETBULK; hand all answers, and the set of those scalars and subtrees that were not
 * answered in time, to {@code evaluate}, which gives a {@link io.holdfast.core.survey.Survey}. What
 * was not answered makes its components silent and the survey incomplete, never absent. A subtree
 * that was walked to its end and was empty counts as answered. Pure: no transport, no clock.
 */
@NullMarked
package io.holdfast.mibs.knowledge;

import org.jspecify.annotations.NullMarked;
