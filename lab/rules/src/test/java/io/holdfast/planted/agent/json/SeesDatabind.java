package io.holdfast.planted.agent.json;

/** Breaks a rule on purpose. */
public class SeesDatabind {
    public final Class<?> seen = com.fasterxml.jackson.databind.ObjectMapper.class;
}
