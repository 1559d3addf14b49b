/** The rules of the house, held by the build. */
@NullMarked
package io.holdfast.rules;

import org.jspecify.annotations.NullMarked;
