/** What a service and the one that started it, such as systemd, tell each other. */
@NullMarked
package io.holdfast.config.supervisor;

import org.jspecify.annotations.NullMarked;
