package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.core.observation.Silence;

/** Why a BMC is silent, in words for people. */
public final class Silences {

    private Silences() {}

    /** The silence that an answer which did not come is. */
    public static Silence of(Answer.None none) {
        return switch (none.why()) {
            case TIMED_OUT ->
                    new Silence(
                            Silence.Cause.TIMED_OUT,
                            none.detail(),
                            "check that the BMC is reachable at this address and port, and that"
                                    + " IPMI over LAN is enabled");
            case REFUSED ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            none.detail(),
                            "check user, password, privilege and cipher suite of the BMC");
            case UNREACHABLE ->
                    new Silence(
                            Silence.Cause.FAILED,
                            none.detail(),
                            "check the address, and that IPMI over LAN is enabled");
            case NO_DEVICE ->
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            none.detail(),
                            "where the machine has a BMC: modprobe ipmi_si ipmi_devintf");
            case NOT_PERMITTED ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            none.detail(),
                            "run as root, or give this user access to the device file");
            case NOT_UNDERSTOOD -> Silence.of(Silence.Cause.NOT_UNDERSTOOD, none.detail());
        };
    }
}
