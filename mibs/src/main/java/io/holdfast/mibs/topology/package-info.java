/**
 * What a switch knows of the cables: who is its neighbour (LLDP-MIB, IEEE 802.1AB) and behind which
 * port a MAC address lives (BRIDGE-MIB, Q-BRIDGE-MIB). Pure: fetch the {@code subtrees()} of either
 * and hand the answers to its {@code of}.
 */
@NullMarked
package io.holdfast.mibs.topology;

import org.jspecify.annotations.NullMarked;
