package io.holdfast.core.device;

import java.util.Optional;
import java.util.OptionalInt;

/** Where a device is and which protocol it speaks, without what is secret. */
public sealed interface Access {

    /** The protocol's word in configuration and reports, such as {@code snmp}. */
    String protocol();

    /** Where it is, for people. */
    String place();

    /**
     * SNMP over UDP; with which version follows from the login, unless it is a community.
     *
     * @param host a name or an address
     * @param port 161 by default
     * @param version 1 or 2 (v2c) with a community, 3 with a user
     * @param context the SNMPv3 context; empty text is the default one
     */
    record Snmp(String host, int port, int version, String context) implements Access {
        public static final int PORT = 161;

        @Override
        public String protocol() {
            return "snmp";
        }

        @Override
        public String place() {
            return Access.joined(host, port);
        }
    }

    /**
     * IPMI 2.0 over RMCP+.
     *
     * @param cipherSuite 3 or 17 (IPMI 2.0, table 22-20); empty for the best that the BMC offers
     * @param privilege what is asked for, explicitly
     */
    record Ipmi(String host, int port, OptionalInt cipherSuite, Privilege privilege)
            implements Access {
        public static final int PORT = 623;

        @Override
        public String protocol() {
            return "ipmi";
        }

        @Override
        public String place() {
            return Access.joined(host, port);
        }
    }

    /** The privilege levels of IPMI that a session may ask for. */
    enum Privilege {
        USER,
        OPERATOR,
        ADMINISTRATOR
    }

    /**
     * Redfish.
     *
     * @param url of the service, such as {@code https://bmc-db07.example.net}
     */
    record Redfish(String url, Trust trust) implements Access {
        @Override
        public String protocol() {
            return "redfish";
        }

        @Override
        public String place() {
            return url;
        }
    }

    /**
     * A serial line of the polling machine.
     *
     * @param line its device file
     * @param driver who speaks on it
     * @param parameters speed and frame such as {@code 2400-8N1}; empty for the driver's own
     * @param format what the driver reads by, where it needs a register map or a script
     * @param unit the device's address on a Modbus line, if not the map's
     */
    record Serial(
            String line,
            Driver driver,
            Optional<String> parameters,
            Optional<LineFormat> format,
            OptionalInt unit)
            implements Access {
        @Override
        public String protocol() {
            return "serial";
        }

        @Override
        public String place() {
            return line;
        }
    }

    /** What is spoken on a serial line. */
    enum Driver {
        MEGATEC,
        APCSMART,
        MODBUS,
        CONSOLE
    }

    /**
     * A UPS behind Network UPS Tools (RFC 9271).
     *
     * @param ups its name there
     */
    record Nut(String host, int port, String ups) implements Access {
        public static final int PORT = 3493;

        @Override
        public String protocol() {
            return "nut";
        }

        @Override
        public String place() {
            return ups + "@" + Access.joined(host, port);
        }
    }

    private static String joined(String host, int port) {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
}
