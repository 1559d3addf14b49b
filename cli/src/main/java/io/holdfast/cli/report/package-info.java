/** What a collector tells, as text for people. */
@NullMarked
package io.holdfast.cli.report;

import org.jspecify.annotations.NullMarked;
