/** What is known of devices on serial lines, as data: Modbus register maps and console scripts. */
@NullMarked
package io.holdfast.mibs.line;

import org.jspecify.annotations.NullMarked;
