@NullMarked
package io.holdfast.cli.up;

import org.jspecify.annotations.NullMarked;
