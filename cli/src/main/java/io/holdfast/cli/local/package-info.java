/** Looking at this machine without agent and collector. */
@NullMarked
package io.holdfast.cli.local;

import org.jspecify.annotations.NullMarked;
