/** What ought to be there: the parts and groups that were seen once and accepted. */
@NullMarked
package io.holdfast.core.inventory;

import org.jspecify.annotations.NullMarked;
