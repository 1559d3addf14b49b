package io.holdfast.agent.devices.linux.net;

import java.util.Locale;

/** How a bond spreads its traffic: {@code mode} in the kernel's {@code networking/bonding.rst}. */
enum BondMode {
    BALANCE_RR("balance-rr", "round-robin"),
    ACTIVE_BACKUP("active-backup", "active-backup"),
    BALANCE_XOR("balance-xor", "(xor)"),
    BROADCAST("broadcast", "broadcast"),
    LACP("802.3ad", "802.3ad"),
    BALANCE_TLB("balance-tlb", "transmit load balancing"),
    BALANCE_ALB("balance-alb", "adaptive load balancing"),
    /** A mode that this version does not know. */
    OTHER("other", "");

    private final String word;
    private final String phrase;

    BondMode(String word, String phrase) {
        this.word = word;
        this.phrase = phrase;
    }

    /** The kernel's word, as in {@code /sys/class/net/bond0/bonding/mode}. */
    String word() {
        return word;
    }

    /** Whether one member carries everything while the others wait. */
    boolean hasActiveMember() {
        return switch (this) {
            case ACTIVE_BACKUP, BALANCE_TLB, BALANCE_ALB -> true;
            case BALANCE_RR, BALANCE_XOR, BROADCAST, LACP, OTHER -> false;
        };
    }

    /** The mode of a text from either {@code /sys} or {@code /proc}. */
    static BondMode of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (BondMode mode : values()) {
            boolean named = lower.equals(mode.word) || lower.startsWith(mode.word + " ");
            if (mode != OTHER && (named || lower.contains(mode.phrase))) {
                return mode;
            }
        }
        return OTHER;
    }
}
