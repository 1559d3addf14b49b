package io.holdfast.collector.authority;

import io.holdfast.collector.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The names and addresses of this machine, without asking any name server. */
public final class OwnNames {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** A certificate with more would be a burden on every handshake. */
    private static final int MOST = 64;

    private OwnNames() {}

    /** What the operator says, or what the machine does where he says nothing. */
    public static List<String> orElse(List<String> configured) {
        return configured.isEmpty() ? ofThisMachine() : configured;
    }

    private static List<String> ofThisMachine() {
        TreeSet<String> names = new TreeSet<>();
        names.add("localhost");
        try {
            String host = Files.readString(HOST_NAME).strip();
            if (!host.isEmpty()) {
                names.add(host);
            }
            for (NetworkInterface link : NetworkInterface.networkInterfaces().toList()) {
                link.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress())
                        .map(InetAddress::getHostAddress)
                        .map(text -> text.replaceFirst("%.*", ""))
                        .forEach(names::add);
            }
        } catch (SocketException e) {
            // A machine without a network still has its host name.
            return List.copyOf(names);
        } catch (IOException e) {
            throw new StoreException("cannot read " + HOST_NAME, e);
        }
        return new ArrayList<>(names).subList(0, Math.min(MOST, names.size()));
    }
}
