/** What is tried of a service from outside it, beside what its hardware says. */
@NullMarked
package io.holdfast.core.check;

import org.jspecify.annotations.NullMarked;
