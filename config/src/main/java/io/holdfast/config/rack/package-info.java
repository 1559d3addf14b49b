/** The devices of racks: what they are, how they are asked, and with which credentials. */
@NullMarked
package io.holdfast.config.rack;

import org.jspecify.annotations.NullMarked;
