/** What the command writes to: widths, colours, glyphs, and text laid out for them. */
@NullMarked
package io.holdfast.cli.terminal;

import org.jspecify.annotations.NullMarked;
