package io.holdfast.agent.devices.snmp.peer;

import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The simulator that plays recorded devices, each under its file's name as community. */
public final class Snmpsim implements AutoCloseable {

    /** Debian's package brings this user, and the simulator refuses to be root. */
    private static final String USER = "Debian-snmp";

    private final PeerProcess process;
    private final SnmpTarget target;

    private Snmpsim(PeerProcess process, SnmpTarget target) {
        this.process = process;
        this.target = target;
    }

    /**
     * Starts one.
     *
     * @param folder for its files
     * @param recordings the {@code .snmprec} files to play
     */
    public static Snmpsim start(Path folder, List<Path> recordings)
            throws IOException, InterruptedException {
        Path program = PeerProcess.program("snmpsim", "/usr/bin/snmpsimd");
        Path data = Files.createDirectories(folder.resolve("data"));
        Path cache = Files.createDirectories(folder.resolve("cache"));
        for (Path recording : recordings) {
            Files.copy(recording, data.resolve(recording.getFileName()));
        }
        int port = PeerProcess.freeUdpPort();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if (Files.getOwner(folder).getName().equals("root")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            own(data, cache);
            command.add("--process-user=" + USER);
            command.add("--process-group=" + USER);
        }
        command.add("--data-dir=" + data);
        command.add("--cache-dir=" + cache);
        command.add("--agent-udpv4-endpoint=127.0.0.1:" + port);
        command.add("--max-varbinds=128");
        command.add("--v3-user=monsha256");
        command.add("--v3-auth-proto=SHA256");
        command.add("--v3-auth-key=" + Snmpd.AUTH);
        command.add("--v3-priv-proto=AES");
        command.add("--v3-priv-key=" + Snmpd.PRIV);
        return new Snmpsim(PeerProcess.start(folder, command), new SnmpTarget("127.0.0.1", port));
    }

    private static void own(Path... folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("chown", "-R", USER));
        for (Path folder : folders) {
            command.add(folder.toString());
        }
        new ProcessBuilder(command).start().waitFor();
    }

    /** Where it listens. */
    public SnmpTarget target() {
        return target;
    }

    @Override
    public void close() {
        process.close();
    }
}
