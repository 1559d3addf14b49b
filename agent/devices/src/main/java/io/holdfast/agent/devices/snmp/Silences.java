package io.holdfast.agent.devices.snmp;

import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.core.observation.Silence;

/**
 * Trouble in the words of a report, with what to do about it.
 *
 * @param target who was asked
 * @param login as whom
 */
record Silences(SnmpTarget target, Login login) {

    /** Why nothing is known. */
    Silence of(Trouble trouble) {
        String where = target.host() + " UDP port " + target.port();
        return new Silence(cause(trouble), where + ": " + trouble.detail(), remedy(trouble));
    }

    private static Silence.Cause cause(Trouble trouble) {
        return switch (trouble.kind()) {
            case TIMED_OUT, UNREACHABLE -> Silence.Cause.TIMED_OUT;
            case UNKNOWN_USER,
                    WRONG_AUTHENTICATION,
                    WRONG_PRIVACY,
                    LEVEL_NOT_SUPPORTED,
                    UNKNOWN_CONTEXT,
                    REFUSED ->
                    Silence.Cause.NOT_PERMITTED;
            case BACKING_OFF -> Silence.Cause.NOT_ASKED;
            case OUT_OF_TIME, NOT_UNDERSTOOD, LOOPED -> Silence.Cause.NOT_UNDERSTOOD;
            case TOO_LARGE, CLOSED, DEVICE_FAULT -> Silence.Cause.FAILED;
        };
    }

    private String remedy(Trouble trouble) {
        return switch (trouble.kind()) {
            case TIMED_OUT -> timedOut();
            case UNREACHABLE -> "check the name or address, and the route to it";
            case UNKNOWN_USER -> "create this SNMPv3 user on the device, or name one that it has";
            case WRONG_AUTHENTICATION ->
                    "compare the authentication protocol and pass-phrase with the device's";
            case WRONG_PRIVACY -> "compare the privacy protocol and pass-phrase with the device's";
            case LEVEL_NOT_SUPPORTED ->
                    "use the level that the device has for this user, or raise it there";
            case UNKNOWN_CONTEXT -> "leave the context out, or name one that the device has";
            case OUT_OF_TIME ->
                    "look for a second device with the same engine id, and at this one's clock";
            case REFUSED -> "give this user or community read access to the whole of the MIB";
            case DEVICE_FAULT ->
                    "look at this object by snmpwalk: the device fails at it whoever asks; restart its"
                            + " SNMP agent, then update its firmware";
            case NOT_UNDERSTOOD, LOOPED ->
                    "update the device's firmware; a packet capture of this look helps its vendor";
            case TOO_LARGE -> "leave this table out of the device's view for this user";
            case BACKING_OFF -> "correct the credentials; a new login is tried at once";
            case CLOSED -> "";
        };
    }

    private String timedOut() {
        String common = "check that the device is on and that UDP from here reaches it";
        return switch (login) {
            case Login.Community community ->
                    common
                            + "; a wrong community, or one that this address may not use, is"
                            + " answered by silence too";
            case Login.User user -> common + ", and that SNMPv3 is switched on there";
        };
    }
}
