package io.holdfast.agent.devices.ipmi.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A BMC that answers as a test says, and keeps what it was asked. */
public final class ScriptedLink implements BmcLink {

    private final Function<Request, Answer> script;
    private final List<Request> asked = new ArrayList<>();

    public ScriptedLink(Function<Request, Answer> script) {
        this.script = script;
    }

    public List<Request> asked() {
        return asked;
    }

    @Override
    public Answer exchange(Request request) {
        asked.add(request);
        return script.apply(request);
    }

    @Override
    public long sent() {
        return asked.size();
    }

    @Override
    public String source() {
        return "scripted";
    }

    @Override
    public void close() {}
}
