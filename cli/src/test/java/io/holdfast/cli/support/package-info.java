@NullMarked
package io.holdfast.cli.support;

import org.jspecify.annotations.NullMarked;
