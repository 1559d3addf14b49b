/** What people declare of the topology: feeds, cords, cables, and what services need. */
@NullMarked
package io.holdfast.config.topology;

import org.jspecify.annotations.NullMarked;
