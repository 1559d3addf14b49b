/** What somebody who helps from afar has to see, without secrets. */
@NullMarked
package io.holdfast.cli.support;

import org.jspecify.annotations.NullMarked;
