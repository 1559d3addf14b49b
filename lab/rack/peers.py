"""Real devices to be polled, each a process of its own on loopback: snmpd, snmpsim, OpenIPMI's BMC, a Redfish service, NUT's upsd."""
import glob
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RECORDINGS = f"{os.path.dirname(TOP)}/shared/recordings/snmp"
REDFISH = f"{TOP}/agent/devices/src/test/resources/io/holdfast/agent/devices/redfish"
PHRASES = {"auth": "authpass-123456", "priv": "privpass-123456"}
WRONG_PHRASE = "not-the-phrase-1"
COMMUNITY = "community-of-snmpd"
REDFISH_USER, REDFISH_PASSWORD = "monitor", "correct-horse"


def free_port(kind):
    with socket.socket(socket.AF_INET, kind) as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def until(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"{what}: not within {seconds} s")
        time.sleep(0.1)


class Peer:
    """A process that plays a device; it can be paused, which is a device that does not answer."""

    def __init__(self, work, name):
        self.folder, self.name, self.processes = f"{work}/{name}", name, []
        os.makedirs(self.folder)

    def start(self, *command, pipes=False, environment=None):
        with open(f"{self.folder}/log", "a", encoding="utf-8") as log:
            process = subprocess.Popen(command, cwd=self.folder, stderr=log, stdout=subprocess.PIPE if pipes else log, text=True,
                                       stdin=subprocess.PIPE if pipes else subprocess.DEVNULL, env=dict(os.environ, **(environment or {})))
        self.processes.append(process)
        return process

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as f:
            f.write(text)
        return f"{self.folder}/{name}"

    def pids(self):
        return [process.pid for process in self.processes]

    def pause(self):
        for pid in self.pids():
            os.kill(pid, signal.SIGSTOP)

    def resume(self):
        for pid in self.pids():
            os.kill(pid, signal.SIGCONT)

    def stop(self):
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


class Snmpd(Peer):
    """net-snmp's agent, which says of itself that it is a UPS that does well (UPS-MIB, RFC 1628)."""

    def __init__(self, work, name="snmpd"):
        super().__init__(work, name)
        self.port = free_port(socket.SOCK_DGRAM)
        conf = self.write("snmpd.conf", f"""agentAddress udp:127.0.0.1:{self.port}
view ups included .1.3.6.1.2.1.1
view ups included .1.3.6.1.2.1.33
view ups included .1.3.6.1.6.3
rocommunity {COMMUNITY} 127.0.0.1 -V ups
createUser watch SHA-256 "{PHRASES['auth']}" AES "{PHRASES['priv']}"
rouser watch authPriv -V ups
sysObjectID .1.3.6.1.2.1.33
override .1.3.6.1.2.1.33.1.1.2.0 octet_str "played by snmpd"
override .1.3.6.1.2.1.33.1.4.1.0 integer 3
override .1.3.6.1.2.1.33.1.2.1.0 integer 2
""")
        self.start("/usr/sbin/snmpd", "-f", "-Le", "-C", "-c", conf, environment={"SNMP_PERSISTENT_DIR": self.folder, "MIBS": ""})
        until("snmpd answers", lambda: self.get("1.3.6.1.2.1.1.3.0") is not None)

    def get(self, oid):
        out = subprocess.run(["snmpget", "-v2c", "-c", COMMUNITY, "-Oqv", "-On", "-t", "1", "-r", "0", f"127.0.0.1:{self.port}", oid],
                             capture_output=True, text=True, env=dict(os.environ, MIBS=""))
        return out.stdout.strip() if out.returncode == 0 else None

    def wrong_digests(self):
        """How many messages were turned down for their key: usmStatsWrongDigests (RFC 3414)."""
        return int(self.get("1.3.6.1.6.3.15.1.1.5.0"))


class Snmpsim(Peer):
    """Recorded devices, each under its file's name as community."""

    @staticmethod
    def recordings(names):
        return [f"{RECORDINGS}/{name}.snmprec" for name in names if os.path.exists(f"{RECORDINGS}/{name}.snmprec")]

    def __init__(self, work, recordings, name="snmpsim"):
        super().__init__(work, name)
        self.port = free_port(socket.SOCK_DGRAM)
        for part in ("data", "cache"):
            os.makedirs(f"{self.folder}/{part}")
        for recording in recordings:
            shutil.copy(recording, f"{self.folder}/data")
        user = []
        if os.geteuid() == 0:
            os.chmod(work, 0o755)
            for path in [self.folder, *glob.glob(f"{self.folder}/**", recursive=True)]:
                shutil.chown(path, "Debian-snmp")
            user = ["--process-user=Debian-snmp", "--process-group=Debian-snmp"]
        self.start("/usr/bin/snmpsimd", *user, f"--data-dir={self.folder}/data", f"--cache-dir={self.folder}/cache",
                   f"--agent-udpv4-endpoint=127.0.0.1:{self.port}", "--max-varbinds=128")
        self.first = os.path.basename(recordings[0]).removesuffix(".snmprec")
        until("snmpsim answers", self.answers, 60)

    def answers(self):
        return subprocess.run(["snmpget", "-v2c", "-c", self.first, "-t", "1", "-r", "0", f"127.0.0.1:{self.port}", "1.3.6.1.2.1.1.2.0"],
                              capture_output=True, env=dict(os.environ, MIBS="")).returncode == 0


class IpmiBmc(Peer):
    """A server with two supplies behind OpenIPMI's simulator; parts fail at its console."""

    def __init__(self, work, name="ipmi", recorded=None):
        super().__init__(work, name)
        more = ["--recorded", recorded] if recorded else []
        simulate = self.start(f"{TOP}/lab/ipmi/simulate", "--state", f"{self.folder}/state", *more, pipes=True)
        line = simulate.stdout.readline()
        if not line.startswith("{"):
            raise RuntimeError(f"lab/ipmi/simulate said {line!r}; see {self.folder}/log")
        said = json.loads(line)
        self.port, self.console, self.pid = said["port"], said["console"], said["pid"]

    def pids(self):
        return [self.pid]

    def type(self, *commands):
        with socket.create_connection(("127.0.0.1", self.console)) as console:
            console.settimeout(0.3)
            for command in commands:
                console.sendall(command.encode() + b"\n")
                try:
                    while console.recv(4096):
                        pass
                except TimeoutError:
                    pass

    def supply_two(self, failed):
        """Supply 2 reports a failure, and the BMC's own redundancy sensor that it is lost; or all is well again."""
        bit, state = (1, 1) if failed else (0, 0)
        self.type(f"sensor_set_bit 0x20 0 31 1 {bit} 1", f"sensor_set_bit_clr_rest 0x20 0 32 {state} 1 1")

    def stop(self):
        os.kill(self.pid, signal.SIGCONT)
        self.processes[0].stdin.close()
        self.processes[0].wait(10)


class RedfishBmc(Peer):
    """A server's Redfish service over TLS, with sessions."""

    def __init__(self, work, name="redfish"):
        super().__init__(work, name)
        certificate, key = f"{self.folder}/cert.pem", f"{self.folder}/key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
                        "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        bmc = self.start("/usr/bin/python3", f"{REDFISH}/bmc.py", f"{REDFISH}/new-style.json", certificate, key, pipes=True)
        self.port = int(bmc.stdout.readline().split()[1])
        with open(certificate, encoding="ascii") as f:
            der = ssl.PEM_cert_to_DER_cert(f.read())
        import hashlib
        self.fingerprint = hashlib.sha256(der).hexdigest()


class Nut(Peer):
    """NUT's upsd, with a UPS that its dummy driver plays from a file."""

    WELL = "ups.status: OL\nups.mfr: Acme\nups.model: Dummy 1500\nbattery.charge: 100\ninput.voltage: 230.1\n"

    def __init__(self, work, name="nut"):
        super().__init__(work, name)
        self.port = free_port(socket.SOCK_STREAM)
        me = "root" if os.geteuid() == 0 else os.environ.get("USER", "nut")
        self.write("upsd.conf", f"LISTEN 127.0.0.1 {self.port}\nSTATEPATH {self.folder}\nMAXAGE 15\n")
        self.write("upsd.users", "")
        self.write("ups.conf", "maxretry = 1\n[rack]\n  driver = dummy-ups\n  port = rack.dev\n  mode = dummy-once\n")
        self.write("rack.dev", self.WELL)
        places = {"NUT_CONFPATH": self.folder, "NUT_STATEPATH": self.folder, "NUT_ALTPIDPATH": self.folder}
        self.start("/lib/nut/dummy-ups", "-F", "-u", me, "-a", "rack", environment=places)
        self.start("/lib/nut/upsd", "-F", "-u", me, environment=places)
        until("upsd answers", self.answers)

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as s:
                s.sendall(b"GET VAR rack ups.status\n")
                return s.recv(200).startswith(b"VAR rack ups.status")
        except OSError:
            return False


def missing():
    """The programs that this needs and the machine has not."""
    needed = {"/usr/sbin/snmpd": "snmpd", "/usr/bin/snmpget": "snmp", "/usr/bin/snmpsimd": "snmpsim", "/usr/bin/ipmi_sim": "openipmi",
              "/lib/nut/upsd": "nut-server", "/usr/bin/openssl": "openssl"}
    return sorted(package for program, package in needed.items() if not os.path.exists(program))
