package io.holdfast.mibs.profile;

import io.holdfast.core.component.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * How rows become components.
 *
 * @param kind their kind; {@code host} is the device itself. Empty where rows only add to others
 * @param fields where their fields come from
 * @param name what they are called
 * @param entity their entPhysicalIndex, by which profiles know that they mean the same part
 * @param parent what they are part of; the device itself where it is not found
 * @param addsTo the component that states and readings go to instead; where it is not found, a
 *     component of {@code kind} is made, or the device itself gets them
 * @param attributes facts about them
 * @param states how their health is judged
 * @param readings their numbers
 * @param control how they are switched off and on; empty where they are not
 */
public record ComponentRule(
        Optional<Kind> kind,
        Fields fields,
        Template name,
        Optional<Template> entity,
        Optional<Anchor> parent,
        Optional<Anchor> addsTo,
        Map<String, Template> attributes,
        Map<String, StateRule> states,
        Map<String, ReadingRule> readings,
        Optional<ControlRule> control) {

    public ComponentRule {
        attributes = Map.copyOf(attributes);
        states = Map.copyOf(states);
        readings = Map.copyOf(readings);
    }
}
