/** UPSs and PDUs that NUT's upsd already reads, for sites that run it. */
@NullMarked
package io.holdfast.agent.devices.nut;

import org.jspecify.annotations.NullMarked;
