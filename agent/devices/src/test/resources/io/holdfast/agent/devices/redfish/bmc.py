"""A BMC for tests: serves a Redfish tree over HTTPS, with sessions, PATCH, events and bad manners.

usage: bmc.py TREE CERT KEY [--simple]
TREE is a folder in short form (index.json for each resource, its root stands for /redfish/v1) or a
JSON file with one document for each path. --simple makes it behave as plain simulators do: HTTP/1.0, no
length, no keep-alive, no authentication, and sessions without a token. Prints "PORT <n>" once it listens; ends when its standard
input ends. Bad manners are asked for at POST /manners {"path": ..., "manner": ...}.
"""

import json
import os
import ssl
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USER, PASSWORD = "monitor", "correct-horse"
SESSIONS = "/redfish/v1/SessionService/Sessions"
SUBSCRIPTIONS = "/redfish/v1/EventService/Subscriptions"


def load(where):
    if os.path.isfile(where):
        with open(where) as file:
            return json.load(file)
    tree = {}
    for folder, _, files in os.walk(where):
        if "index.json" in files:
            way = os.path.relpath(folder, where)
            path = "/redfish/v1" if way == "." else "/redfish/v1/" + way
            with open(os.path.join(folder, "index.json")) as file:
                tree[path] = json.load(file)
    return tree


def merge(into, change):
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        else:
            into[key] = value


class Bmc(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    tree, manners, tokens, counts = {}, {}, {}, {"requests": 0, "most-sessions": 0}
    guard = threading.Lock()
    simple = "--simple" in sys.argv
    if simple:
        protocol_version = "HTTP/1.0"

    def log_message(self, *_):
        pass

    def answer(self, status, body=None, **headers):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            if not self.simple:
                self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")

    def path_only(self):
        path = self.path.split("?")[0].rstrip("/")
        return path or "/"

    def allowed(self):
        return self.simple or self.headers.get("X-Auth-Token") in self.tokens.values()

    def misbehave(self, manner):
        if manner == "slow":
            time.sleep(60)
            self.answer(200, {})
        elif manner == "endless":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
            except OSError:
                self.close_connection = True
        elif manner == "drip":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b" ")
                    time.sleep(0.2)
            except OSError:
                self.close_connection = True
        elif manner == "truncated":
            data = json.dumps(self.tree[self.path_only()]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data) // 2))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2])
        elif manner == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"{")
            self.close_connection = True
        elif manner == "redirect":
            self.answer(302, {}, Location="https://127.0.0.1:1/")

    def do_GET(self):
        with self.guard:
            self.counts["requests"] += 1
        path = self.path_only()
        if path == "/counts":
            self.answer(200, dict(self.counts, sessions=len(self.tokens)))
        elif path != "/redfish/v1" and not self.allowed():
            self.answer(401, {"error": {"message": "Log in first."}})
        elif path in self.manners:
            self.misbehave(self.manners[path])
        elif path == "/redfish/v1/EventService/SSE":
            self.stream()
        elif self.path in self.tree or path in self.tree:
            self.answer(200, self.tree.get(self.path, self.tree.get(path)))
        else:
            self.answer(404, {"error": {"message": "No such resource."}})

    def stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        event = {"Events": [{"MessageId": "ResourceEvent.1.0.ResourceStatusChangedCritical"}]}
        self.wfile.write(b": hello\n\ndata: " + json.dumps(event).encode() + b"\n\n")
        self.close_connection = True

    def do_POST(self):
        path, body = self.path_only(), self.body()
        if path == "/manners":
            self.manners[body["path"]] = body["manner"]
            self.answer(204)
        elif path == SESSIONS and self.simple:
            self.tokens["simple"] = "none"
            self.answer(204, Location=SESSIONS + "/simple")
        elif path == SESSIONS:
            if body.get("UserName") != USER or body.get("Password") != PASSWORD:
                details = [{"Message": "The account or password is wrong."}]
                self.answer(401, {"error": {"@Message.ExtendedInfo": details}})
                return
            name, token = uuid.uuid4().hex, uuid.uuid4().hex
            with self.guard:
                self.tokens[name] = token
                most = max(self.counts["most-sessions"], len(self.tokens))
                self.counts["most-sessions"] = most
            self.answer(201, {}, X_Auth_Token=token, Location=SESSIONS + "/" + name)
        elif not self.allowed():
            self.answer(401, {})
        elif path.endswith("ComputerSystem.Reset") or path.endswith("/Actions/Reset"):
            system = self.tree[path[: path.index("/Actions/")]]
            off = body["ResetType"] in ("ForceOff", "GracefulShutdown")
            threading.Timer(0.5, merge, [system, {"PowerState": "Off" if off else "On"}]).start()
            self.answer(204)
        elif path == SUBSCRIPTIONS:
            place = SUBSCRIPTIONS + "/" + uuid.uuid4().hex
            self.tree[place] = body
            self.tree[SUBSCRIPTIONS]["Members"].append({"@odata.id": place})
            self.answer(201, {}, Location=place)
        else:
            self.answer(405, {})

    def do_PATCH(self):
        # The tests' hand at the hardware; needs no session.
        merge(self.tree[self.path_only()], self.body())
        self.answer(204)

    def do_DELETE(self):
        path = self.path_only()
        if not self.allowed():
            self.answer(401, {})
            return
        with self.guard:
            self.tokens.pop(path.rsplit("/", 1)[-1], None)
        self.tree.pop(path, None)
        self.answer(204)


def main():
    Bmc.tree = load(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bmc)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    # The handshake must not hold up the thread that accepts.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("PORT", server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
