/** How large a year of history is, and how long a question about a month takes. */
@NullMarked
package io.holdfast.bench.history;

import org.jspecify.annotations.NullMarked;
