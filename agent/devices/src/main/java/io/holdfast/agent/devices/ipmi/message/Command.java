package io.holdfast.agent.devices.ipmi.message;

import java.util.function.Function;

/**
 * A question with the means to understand its answer.
 *
 * @param name the command's name in the specification
 * @param request what is sent
 * @param decoder reads the data of a successful reply; total
 */
public record Command<T>(String name, Request request, Function<Octets, Decoded<T>> decoder) {

    /** What the answer means. */
    public Outcome<T> read(Answer answer) {
        return switch (answer) {
            case Answer.None none -> new Outcome.Missed<>(name, none.why(), none.detail());
            case Answer.Reply(int code, Octets data) when code != 0 ->
                    new Outcome.Refused<>(name, code);
            case Answer.Reply(int code, Octets data) ->
                    switch (decoder.apply(data)) {
                        case Decoded.Good<T>(T value) -> new Outcome.Got<>(value);
                        case Decoded.Bad<T>(String reason) ->
                                new Outcome.Missed<>(name, Answer.Why.NOT_UNDERSTOOD, reason);
                    };
        };
    }
}
