package io.holdfast.agent.devices.serial.line;

/** Something that a line can be opened on: a device file with its parameters, or a fake. */
public interface LinePort {

    /** What the user calls it, such as {@code /dev/ttyUSB0}. */
    String device();

    /** Opens it, for us alone. */
    Opened open();
}
