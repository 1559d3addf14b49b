package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Match;
import io.holdfast.mibs.profile.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All profiles: those that Holdfast comes with, and operators' own. Immutable. */
public final class Profiles {

    private final SortedMap<String, Profile> own;

    private Profiles(SortedMap<String, Profile> own) {
        this.own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    /** The profiles that Holdfast comes with; each is read when a device needs it. */
    public static Profiles shipped() {
        return new Profiles(new TreeMap<>());
    }

    /** These and others; one of the others replaces one of these that has the same name. */
    public Profiles with(Collection<Profile> others) {
        SortedMap<String, Profile> all = new TreeMap<>(own);
        others.forEach(profile -> all.put(profile.name(), profile));
        return new Profiles(all);
    }

    /** The names of all profiles. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(ShippedProfiles.all().matches().keySet());
        names.addAll(own.keySet());
        return names;
    }

    /**
     * What is known of a device.
     *
     * @param sysObjectId SNMPv2-MIB's sysObjectID.0; {@link Oid#ROOT} where it was not answered
     * @param sysDescr sysDescr.0; empty where it was not answered
     */
    public DeviceKnowledge matching(Oid sysObjectId, String sysDescr) {
        List<Profile> fitting = new ArrayList<>();
        for (Profile profile : own.values()) {
            if (profile.match().fits(sysObjectId, sysDescr)) {
                fitting.add(profile);
            }
        }
        for (var shipped : ShippedProfiles.all().matches().entrySet()) {
            Match match = shipped.getValue();
            if (!own.containsKey(shipped.getKey()) && match.fits(sysObjectId, sysDescr)) {
                fitting.add(ShippedProfiles.all().profile(shipped.getKey()));
            }
        }
        return new DeviceKnowledge(fitting);
    }
}
