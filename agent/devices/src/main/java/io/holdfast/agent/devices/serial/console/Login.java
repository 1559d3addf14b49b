package io.holdfast.agent.devices.serial.console;

/** Who we are at a console. The password never prints. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user + ":***";
    }
}
