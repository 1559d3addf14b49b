/** Recorded walks of devices, as text. */
@NullMarked
package io.holdfast.mibs.walk;

import org.jspecify.annotations.NullMarked;
