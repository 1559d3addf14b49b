package io.holdfast.agent.devices.ipmi.fru;

/**
 * Who made a unit and which piece it is; each is empty where its memory does not say.
 *
 * @param vendor its maker
 * @param model its name
 * @param part its part number
 * @param serial its serial number
 */
public record FruInfo(String vendor, String model, String part, String serial) {

    public static final FruInfo NONE = new FruInfo("", "", "", "");

    /** This, and that where this says nothing. */
    public FruInfo or(FruInfo other) {
        return new FruInfo(
                first(vendor, other.vendor),
                first(model, other.model),
                first(part, other.part),
                first(serial, other.serial));
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }
}
