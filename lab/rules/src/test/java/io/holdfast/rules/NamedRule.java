package io.holdfast.rules;

import com.tngtech.archunit.lang.ArchRule;

/** A rule of the house with the words by which people know it. */
record NamedRule(String name, ArchRule rule) {
    @Override
    public String toString() {
        return name;
    }
}
