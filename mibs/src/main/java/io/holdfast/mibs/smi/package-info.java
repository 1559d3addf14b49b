/** Reads MIB modules of SMIv1 and SMIv2 leniently, as vendors write them. */
@NullMarked
package io.holdfast.mibs.smi;

import org.jspecify.annotations.NullMarked;
