package io.holdfast.agent.devices.snmp.peer;

import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Net-SNMP's agent with the communities and users that the tests know. */
public final class Snmpd implements AutoCloseable {

    public static final String AUTH = "authpass-123456";
    public static final String PRIV = "privpass-123456";

    private final PeerProcess process;
    private final SnmpTarget target;

    private Snmpd(PeerProcess process, SnmpTarget target) {
        this.process = process;
        this.target = target;
    }

    /**
     * Starts one.
     *
     * @param folder for its files
     * @param more further lines of snmpd.conf
     */
    public static Snmpd start(Path folder, String more) throws IOException {
        Path program = PeerProcess.program("snmpd", "/usr/sbin/snmpd");
        int port = PeerProcess.freeUdpPort();
        Path settings = folder.resolve("snmpd.conf");
        Files.writeString(settings, settings(port) + more);
        PeerProcess process =
                PeerProcess.start(
                        folder,
                        List.of(
                                program.toString(),
                                "-f",
                                "-Lf",
                                folder.resolve("log").toString(),
                                "-C",
                                "-c",
                                settings.toString(),
                                "-p",
                                folder.resolve("pid").toString()));
        return new Snmpd(process, new SnmpTarget("127.0.0.1", port));
    }

    private static String settings(int port) {
        return """
        agentAddress udp:127.0.0.1:PORT
        rocommunity public 127.0.0.1
        rwcommunity private 127.0.0.1
        createUser monsha256 SHA-256 "@AUTH" AES "@PRIV"
        createUser monsha512 SHA-512 "@AUTH" AES "@PRIV"
        createUser monsha1 SHA "@AUTH" AES "@PRIV"
        createUser monmd5 MD5 "@AUTH" DES "@PRIV"
        createUser authonly SHA-256 "@AUTH"
        createUser nobody
        rouser monsha256 authPriv
        rouser monsha512 authPriv
        rouser monsha1 authPriv
        rouser monmd5 authPriv
        rouser authonly authNoPriv
        rouser nobody noauth
        sysLocation Rack A12 U20
        sysContact lab
        sysName peer-snmpd
        """
                .replace("PORT", Integer.toString(port))
                .replace("@AUTH", AUTH)
                .replace("@PRIV", PRIV);
    }

    /** Where it listens. */
    public SnmpTarget target() {
        return target;
    }

    /** Makes it hang. */
    public void freeze() throws IOException, InterruptedException {
        process.freeze();
    }

    @Override
    public void close() {
        process.close();
    }
}
