package io.holdfast.agent.devices.redfish;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.http.Connection;
import io.holdfast.agent.devices.redfish.http.Connector;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A BMC in memory that speaks HTTP/1.1, without a socket: a tree, sessions, and whims. */
public final class FakeBmc implements Connector {

    public static final Login LOGIN = new Login("root", "calvin \"&\" hobbes");

    private static final String SESSIONS = "/Sessions";

    private final Tree tree;
    private final ManualTime time = ManualTime.start();
    private final List<String> log = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, Function<String, String>> whims = new HashMap<>();
    private int connections;
    private int closed;
    private int made;

    public FakeBmc(Tree tree) {
        this.tree = tree;
    }

    public Tree tree() {
        return tree;
    }

    public ManualTime time() {
        return time;
    }

    /** What was asked, as {@code GET /redfish/v1/}. */
    public List<String> log() {
        return log;
    }

    public Set<String> tokens() {
        return tokens;
    }

    public int connections() {
        return connections;
    }

    public int stillOpen() {
        return connections - closed;
    }

    /**
     * Answers a request such as {@code GET /redfish/v1/} in its own way: the whole of the answer.
     */
    public FakeBmc whim(String request, Function<String, String> answer) {
        whims.put(request, answer);
        return this;
    }

    /** How this BMC is reached. */
    public Access access() {
        return access(LOGIN, ServiceLimits.USUAL);
    }

    public Access access(Login login, ServiceLimits limits) {
        Endpoint endpoint = new Endpoint(true, "bmc.example", 443);
        Trust trust = new Trust.PublicAuthorities();
        return new Access(endpoint, login, trust, this, limits, time, time::advance);
    }

    @Override
    public Connection connect(Endpoint endpoint, Deadline deadline) {
        connections++;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        InputStream in = new Answers(heard);
        return new Connection(in, heard, d -> {}, Optional.empty(), () -> closed++);
    }

    /** Puts a whole answer together. */
    public static String answer(int status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 "
                + status
                + " x\r\n"
                + headers
                + "Content-Length: "
                + length
                + "\r\n\r\n"
                + body;
    }

    private String respond(String request) {
        String[] words = request.split(" ", 3);
        String asked = words[0] + " " + words[1];
        log.add(asked);
        Function<String, String> whim = whims.get(asked);
        if (whim != null) {
            return whim.apply(request);
        }
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        if (words[0].equals("POST") && words[1].endsWith(SESSIONS)) {
            return login(body, words[1]);
        }
        boolean root = words[1].equals("/redfish/v1/");
        if (!root
                && tokens.stream().noneMatch(t -> request.contains("X-Auth-Token: " + t + "\r"))) {
            return answer(401, "", "{}");
        }
        if (words[0].equals("DELETE")) {
            tokens.remove(words[1].substring(words[1].lastIndexOf('/') + 1));
            return "HTTP/1.1 204 x\r\n\r\n";
        }
        String path = root ? "/redfish/v1" : words[1].replace("?$expand=.($levels=1)", "");
        String document = tree.documents().get(path);
        return document == null ? answer(404, "", "{}") : answer(200, "", document);
    }

    private String login(String body, String collection) {
        if (JsonRead.of(body) instanceof JsonRead.Good(Json json)
                && json.at("UserName").textOrEmpty().equals(LOGIN.user())
                && json.at("Password").textOrEmpty().equals(LOGIN.password())) {
            String token = "t" + ++made;
            tokens.add(token);
            String place = "https://bmc.example" + collection + "/" + token;
            return answer(201, "X-Auth-Token: " + token + "\r\nLocation: " + place + "\r\n", "{}");
        }
        return answer(
                401,
                "",
                "{\"error\":{\"@Message.ExtendedInfo\":[{\"Message\":\"No such luck.\"}]}}");
    }

    private final class Answers extends InputStream {
        private final ByteArrayOutputStream heard;
        private InputStream now = InputStream.nullInputStream();

        Answers(ByteArrayOutputStream heard) {
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            int c = now.read();
            if (c >= 0 || heard.size() == 0) {
                return c;
            }
            String request = heard.toString(StandardCharsets.UTF_8);
            heard.reset();
            String answer = respond(request);
            now = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
            return now.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int first = read();
            if (first < 0) {
                return -1;
            }
            into[offset] = (byte) first;
            int more = now.read(into, offset + 1, length - 1);
            return 1 + Math.max(0, more);
        }
    }
}
