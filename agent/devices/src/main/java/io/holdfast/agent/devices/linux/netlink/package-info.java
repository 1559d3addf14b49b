/**
 * Changes of links as the kernel tells them, at once and without privileges.
 *
 * <p>Polls remain the safety net: a watch that ends says so, and nothing is lost but speed.
 * Formats: {@code include/uapi/linux/netlink.h}, {@code rtnetlink.h}, {@code if_link.h}, and
 * rtnetlink(7).
 */
@NullMarked
package io.holdfast.agent.devices.linux.netlink;

import org.jspecify.annotations.NullMarked;
