/** Health and redundancy of everything at once, kept up to date change by change. */
@NullMarked
package io.holdfast.core.situation;

import org.jspecify.annotations.NullMarked;
