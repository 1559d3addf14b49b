package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.libc.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * What the driver of a NIC tells of its negotiation, by {@code ETHTOOL_GLINKSETTINGS} (ioctl,
 * unprivileged), in the network namespace of the calling thread.
 */
public final class EthtoolOffers implements LinkOffers {

    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final long SIOCETHTOOL = 0x8946;
    private static final int ETHTOOL_GLINKSETTINGS = 0x4c;
    private static final int IFREQ = 40;
    private static final int IFREQ_DATA = 16;
    private static final int SETTINGS = LinkSettings.FIXED + 3 * LinkSettings.MOST_WORDS * 4;

    @Override
    public OptionalInt best(String nic) {
        if (nic.getBytes(StandardCharsets.UTF_8).length > InterfaceName.LONGEST) {
            return OptionalInt.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            int socket = libc.socket(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
            if (socket < 0) {
                return OptionalInt.empty();
            }
            MemorySegment settings = arena.allocate(SETTINGS, Integer.BYTES);
            boolean told = ask(libc, socket, nic, settings, arena);
            libc.close(socket);
            ByteBuffer bytes = settings.asByteBuffer().order(ByteOrder.nativeOrder());
            return told ? LinkSettings.bestOffered(bytes) : OptionalInt.empty();
        }
    }

    /**
     * Asks twice, as the call wants it: the first time the kernel answers how long its masks are,
     * negated.
     */
    private static boolean ask(
            Libc libc, int socket, String nic, MemorySegment settings, Arena arena) {
        MemorySegment request = arena.allocate(IFREQ, Long.BYTES);
        request.setString(0, nic);
        request.set(ValueLayout.ADDRESS, IFREQ_DATA, settings);
        settings.set(ValueLayout.JAVA_INT, 0, ETHTOOL_GLINKSETTINGS);
        if (libc.ioctl(socket, SIOCETHTOOL, request) < 0) {
            return false;
        }
        int words = -settings.get(ValueLayout.JAVA_BYTE, LinkSettings.WORDS_AT);
        if (words < 1 || words > LinkSettings.MOST_WORDS) {
            return false;
        }
        settings.fill((byte) 0);
        settings.set(ValueLayout.JAVA_INT, 0, ETHTOOL_GLINKSETTINGS);
        settings.set(ValueLayout.JAVA_BYTE, LinkSettings.WORDS_AT, (byte) words);
        return libc.ioctl(socket, SIOCETHTOOL, request) >= 0;
    }
}
