package io.holdfast.collector.operations;

import io.holdfast.collector.view.DeviceView;
import java.util.List;

/** What is known of the devices that agents poll. */
@FunctionalInterface
public interface Devices {

    /** All devices, in order of their names. */
    List<DeviceView> devices();
}
