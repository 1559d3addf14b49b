/** Groups of parts that cover one another, and how many more of them may fail. */
@NullMarked
package io.holdfast.core.redundancy;

import org.jspecify.annotations.NullMarked;
