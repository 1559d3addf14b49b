package io.holdfast.cli.client;

/** Where the collector's API answers what; the OpenAPI file of the collector says the same. */
public final class Paths {

    public static final String REPORT = "/v1/report";
    public static final String HOSTS = "/v1/hosts";
    public static final String INVENTORY = "/v1/inventory";
    public static final String ACCEPT = "/v1/inventory/accept";
    public static final String EVENTS = "/v1/events";
    public static final String AGENTS = "/v1/agents";
    public static final String DEVICES = "/v1/devices";
    public static final String TOPOLOGY = "/v1/topology";
    public static final String SPOF = "/v1/spof";
    public static final String WHAT_IF = "/v1/what-if";
    public static final String TOKENS = "/v1/tokens";
    public static final String BACKUP = "/v1/backup";
    public static final String MAIL_TEST = "/v1/mail/test";
    public static final String TRAP_TEST = "/v1/traps/test";
    public static final String HEALTH = "/v1/health";
    public static final String METRICS = "/metrics";

    private Paths() {}
}
