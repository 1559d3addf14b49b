package io.holdfast.planted.collector.planted;

/** Breaks a rule on purpose. */
public class Prints {
    void print() {
        System.out.println("no");
    }
}
