/** The collector's own certificate authority: who may speak to it, and as whom. */
@NullMarked
package io.holdfast.collector.authority;

import org.jspecify.annotations.NullMarked;
