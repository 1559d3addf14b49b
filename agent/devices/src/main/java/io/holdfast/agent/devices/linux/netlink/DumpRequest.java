package io.holdfast.agent.devices.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The request for all links: RTM_GETLINK as a dump, without their traffic counters. */
final class DumpRequest {

    private static final int RTM_GETLINK = 18;
    private static final int NLM_F_REQUEST = 0x1;
    private static final int NLM_F_DUMP = 0x300;
    private static final int IFLA_EXT_MASK = 29;
    private static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;
    private static final int ATTRIBUTE = 8;
    private static final int LENGTH = RouteDecoder.HEADER + RouteDecoder.IFINFOMSG + ATTRIBUTE;

    private DumpRequest() {}

    static ByteBuffer ofLinks() {
        ByteBuffer request = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
        request.putInt(LENGTH)
                .putShort((short) RTM_GETLINK)
                .putShort((short) (NLM_F_REQUEST | NLM_F_DUMP))
                .putInt(1)
                .putInt(0);
        request.position(RouteDecoder.HEADER + RouteDecoder.IFINFOMSG);
        request.putShort((short) ATTRIBUTE)
                .putShort((short) IFLA_EXT_MASK)
                .putInt(RTEXT_FILTER_SKIP_STATS);
        return request.flip();
    }
}
