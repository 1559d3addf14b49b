package io.holdfast.core.device;

/** A password, community or key phrase on its way to a device: a text that never prints itself. */
public final class SecretText {

    private final String text;

    public SecretText(String text) {
        this.text = text;
    }

    /** The text itself, for the one call that needs it. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that tells nothing of where two texts of one length differ. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SecretText secret) || secret.text.length() != text.length()) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < text.length(); i++) {
            difference |= text.charAt(i) ^ secret.text.charAt(i);
        }
        return difference == 0;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
