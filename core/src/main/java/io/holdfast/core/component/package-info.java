/** What can fail: components, their kinds and their names. */
@NullMarked
package io.holdfast.core.component;

import org.jspecify.annotations.NullMarked;
