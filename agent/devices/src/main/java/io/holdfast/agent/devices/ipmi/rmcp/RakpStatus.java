package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Octets;

/** Why a BMC refuses to open a session (IPMI 2.0, table 13-15). */
final class RakpStatus {

    static final int OK = 0;
    static final int NO_RESOURCES = 1;
    static final int NO_SUCH_SUITE = 0x11;

    private RakpStatus() {}

    /** Whether asking again a little later may help. */
    static boolean passing(int status) {
        return status == NO_RESOURCES;
    }

    static String words(int status) {
        String words =
                switch (status) {
                    case NO_RESOURCES -> "all its sessions are in use";
                    case 0x02 -> "it does not know the session id";
                    case 0x03 -> "invalid payload type";
                    case 0x04 -> "it does not offer this authentication";
                    case 0x05 -> "it does not offer this integrity algorithm";
                    case 0x08 -> "session id in use";
                    case 0x09 -> "this privilege may not be asked for by this user";
                    case 0x0a, 0x0c -> "this privilege is not allowed to this user";
                    case 0x0b -> "it has no more sessions of this privilege";
                    case 0x0d -> "no such user, or the user has no access by LAN";
                    case 0x0e -> "the length of the name is wrong";
                    case 0x0f -> "wrong password: the integrity check failed";
                    case 0x10 -> "it does not offer this encryption";
                    case NO_SUCH_SUITE -> "it does not offer this cipher suite at this privilege";
                    case 0x12 -> "a parameter is not valid";
                    default -> "no reason that the specification names";
                };
        return words + " (status 0x" + Octets.hex(status) + ")";
    }
}
