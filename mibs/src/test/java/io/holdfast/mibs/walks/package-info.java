/** Holds what we read in recorded walks of real devices against an independent reading of them. */
@NullMarked
package io.holdfast.mibs.walks;

import org.jspecify.annotations.NullMarked;
