package io.holdfast.agent.devices.raid;

import io.holdfast.core.observation.Health;

/** The short words of storcli and perccli for the state of drives and volumes. */
final class StorcliState {

    private StorcliState() {}

    /** How a drive of this state does. */
    static Health drive(String state) {
        return switch (state) {
            case "Onln", "JBOD", "UGood", "GHS", "DHS", "Cpybck", "Rbld", "Conf" -> Health.OK;
            case "Offln", "Failed", "UBad", "Msng", "UBUnsp", "OfLn" -> Health.FAILED;
            default -> Health.DEGRADED;
        };
    }

    /** What a drive's state means, in plain words. */
    static String meaning(String state) {
        return switch (state) {
            case "Onln" -> "online";
            case "JBOD" -> "passed through to the system";
            case "UGood" -> "good, in no volume";
            case "GHS" -> "hot spare for all volumes";
            case "DHS" -> "hot spare for its volume";
            case "Cpybck" -> "taking over from another drive";
            case "Rbld" -> "being rebuilt";
            case "Offln" -> "offline";
            case "Failed" -> "failed";
            case "UBad" -> "bad, in no volume";
            case "Msng" -> "missing";
            default -> "a state that calls for attention";
        };
    }

    /** Whether a drive of this state carries valid data of its place. */
    static boolean works(String state) {
        return state.equals("Onln") || state.equals("Cpybck");
    }

    /** How a volume of this state does. */
    static Health volume(String state) {
        return switch (state) {
            case "Optl" -> Health.OK;
            case "OfLn" -> Health.FAILED;
            default -> Health.DEGRADED;
        };
    }

    /** How a controller or what keeps its cache does. */
    static Health part(String state) {
        return switch (state) {
            case "Optimal", "OK", "Optl" -> Health.OK;
            case "Failed", "Fld", "Missing" -> Health.FAILED;
            default -> Health.DEGRADED;
        };
    }
}
