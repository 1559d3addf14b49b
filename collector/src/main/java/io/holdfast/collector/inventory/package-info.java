/** What ought to be there: taken over at first sight, and when somebody accepts. */
@NullMarked
package io.holdfast.collector.inventory;

import org.jspecify.annotations.NullMarked;
