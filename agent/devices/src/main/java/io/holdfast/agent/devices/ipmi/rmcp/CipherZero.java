package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.io.IOException;

/**
 * Tries whether a BMC opens a session with cipher suite 0, which has no password at all: whoever
 * knows a user's name then has the user's power. The session is closed at once.
 */
final class CipherZero {

    private static final byte[] NO_PROOF = {};

    private final SessionOpener opener;
    private final Courier courier;

    CipherZero(SessionOpener opener, Courier courier) {
        this.opener = opener;
        this.courier = courier;
    }

    /** Whether the BMC let us in without a password. No answer is no. */
    boolean accepted() throws InterruptedException {
        int consoleId = opener.freshId();
        if (!(opener.askToOpen(consoleId, 0, 0, 0)
                        instanceof
                        Delivery.Came<Handshake.Step<Handshake.Opened>>(
                                Handshake.Step.Done<Handshake.Opened>(Handshake.Opened opened))
                && opened.authentication() == 0)) {
            return false;
        }
        int bmcId = opened.bmcId();
        boolean in =
                opener.introduce(consoleId, bmcId, opener.freshRandom())
                                instanceof
                                Delivery.Came<Handshake.Step<Handshake.Told>>(
                                        Handshake.Step.Done<Handshake.Told> told)
                        && opener.prove(consoleId, bmcId, NO_PROOF)
                                instanceof
                                Delivery.Came<Handshake.Step<Octets>>(
                                        Handshake.Step.Done<Octets> done);
        if (in) {
            leave(bmcId);
        }
        return in;
    }

    private void leave(int bmcId) {
        Octets id = Octets.of(LittleEndian.int32(bmcId));
        Request close = new Request(NetFn.APP, 0, 0x3c, id, false);
        byte[] message = LanMessage.encode(close, 1).bytes();
        try {
            courier.drop(Packet.plus(Packet.TYPE_IPMI, 0, bmcId, 1, message));
        } catch (IOException e) {
            // The BMC ends a session by itself after a minute without a word.
        }
    }
}
