/** Which agent polls which device, and who stands in for it. */
@NullMarked
package io.holdfast.core.assignment;

import org.jspecify.annotations.NullMarked;
