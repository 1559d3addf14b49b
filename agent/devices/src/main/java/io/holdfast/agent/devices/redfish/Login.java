package io.holdfast.agent.devices.redfish;

/**
 * Who we are for a BMC. Never prints its password.
 *
 * @param user the account's name
 * @param password its password
 */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user + ":***";
    }
}
