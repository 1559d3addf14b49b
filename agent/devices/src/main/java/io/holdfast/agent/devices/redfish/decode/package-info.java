/** What a crawl brought home, judged: pure functions from JSON to a survey. */
@NullMarked
package io.holdfast.agent.devices.redfish.decode;

import org.jspecify.annotations.NullMarked;
