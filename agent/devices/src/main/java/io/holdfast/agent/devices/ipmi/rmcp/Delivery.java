package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Answer;

/** What came of sending a packet: its answer, or why there is none. */
sealed interface Delivery<T> {

    record Came<T>(T value) implements Delivery<T> {}

    record Failed<T>(Answer.None why) implements Delivery<T> {}
}
