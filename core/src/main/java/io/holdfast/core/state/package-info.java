/** What is known of one host now, and the changes that lead from one state to the next. */
@NullMarked
package io.holdfast.core.state;

import org.jspecify.annotations.NullMarked;
