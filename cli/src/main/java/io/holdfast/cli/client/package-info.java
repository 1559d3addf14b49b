/** What a collector can be asked, and the ways to reach one. */
@NullMarked
package io.holdfast.cli.client;

import org.jspecify.annotations.NullMarked;
