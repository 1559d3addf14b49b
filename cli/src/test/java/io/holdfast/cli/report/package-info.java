@NullMarked
package io.holdfast.cli.report;

import org.jspecify.annotations.NullMarked;
