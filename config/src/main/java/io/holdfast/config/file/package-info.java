/** What can be wrong with the files that a user names. */
@NullMarked
package io.holdfast.config.file;

import org.jspecify.annotations.NullMarked;
