package io.holdfast.collector.northbound;

import io.holdfast.config.collector.TrapSettings;
import io.holdfast.config.rack.CredentialSettings;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * A receiver of notifications, spoken to by SNMPv2c or SNMPv3.
 *
 * <p>Its session is opened with the first notification and again after each that failed, so that
 * new secrets and a receiver that has moved are found without a restart.
 */
final class SnmpOffice implements TrapOffice {

    /** How long an acknowledgement may take, each of the two times that an INFORM is sent. */
    static final long TIMEOUT_MILLIS = 2_500;

    private static final int AGAIN = 1;
    private static final long NANOS_OF_A_TICK = 10_000_000;
    private static final OID TEST = new OID(Notification.ROOT.child(0, 4).arcs());
    private static final OID GROUP_CHANGED = new OID(Notification.ROOT.child(0, 1).arcs());

    private final TrapSettings settings;
    private final SecretReader secrets;
    private final Engine engine;
    private final Ticker ticker;
    private final long startedNanos;
    private @Nullable Session session;

    private record Session(Snmp snmp, Target<UdpAddress> target) {}

    SnmpOffice(TrapSettings settings, SecretReader secrets, Engine engine, Ticker ticker) {
        this.settings = settings;
        this.secrets = secrets;
        this.engine = engine;
        this.ticker = ticker;
        startedNanos = ticker.nanos();
    }

    @Override
    public Receipt hand(Notice notice) {
        return send(GROUP_CHANGED, Notification.bindings(notice));
    }

    @Override
    public Receipt test() {
        return send(TEST, List.of());
    }

    private Receipt send(OID trap, List<VariableBinding> bindings) {
        Receipt receipt;
        try {
            Session open = session == null ? open() : session;
            session = open;
            PDU pdu = pdu();
            long ticks = (ticker.nanos() - startedNanos) / NANOS_OF_A_TICK;
            pdu.add(
                    new VariableBinding(
                            SnmpConstants.sysUpTime, new TimeTicks(ticks & 0xffffffffL)));
            pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, trap));
            bindings.forEach(pdu::add);
            receipt = settings.inform() ? inform(open, pdu) : trap(open, pdu);
        } catch (IOException | RuntimeException e) {
            receipt = new Receipt.Refused(String.valueOf(e.getMessage()));
        }
        if (receipt instanceof Receipt.Refused) {
            close();
        }
        return receipt;
    }

    private static Receipt trap(Session open, PDU pdu) throws IOException {
        open.snmp().send(pdu, open.target());
        return new Receipt.Taken("sent; nobody acknowledges a trap");
    }

    private Receipt inform(Session open, PDU pdu) throws IOException {
        ResponseEvent<UdpAddress> event = open.snmp().send(pdu, open.target());
        PDU response = event == null ? null : event.getResponse();
        if (response == null) {
            String login =
                    switch (settings.version()) {
                        case V2C -> "community";
                        case V3 -> "user or pass phrase";
                    };
            return new Receipt.Refused(
                    "no acknowledgement within "
                            + (AGAIN + 1) * TIMEOUT_MILLIS
                            + " ms; a wrong "
                            + login
                            + " is answered by silence too");
        }
        if (response.getType() == PDU.REPORT) {
            return new Receipt.Refused("the receiver reports " + Notification.report(response));
        }
        return response.getErrorStatus() == PDU.noError
                ? new Receipt.Taken("acknowledged")
                : new Receipt.Refused("the receiver says " + response.getErrorStatusText());
    }

    private PDU pdu() {
        PDU pdu =
                switch (settings.version()) {
                    case V2C -> new PDU();
                    case V3 -> {
                        ScopedPDU scoped = new ScopedPDU();
                        scoped.setContextEngineID(new OctetString(engine.id()));
                        yield scoped;
                    }
                };
        pdu.setType(settings.inform() ? PDU.INFORM : PDU.TRAP);
        return pdu;
    }

    private Session open() throws IOException {
        InetAddress host = InetAddress.getByName(settings.to().host());
        UdpAddress address = new UdpAddress(host, settings.to().port());
        USM usm =
                new USM(
                        new SecurityProtocols(SecurityProtocolSet.maxCompatibility),
                        new OctetString(engine.id()),
                        engine.start());
        Target<UdpAddress> target = target(address, usm);
        target.setTimeout(TIMEOUT_MILLIS);
        target.setRetries(AGAIN);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(new MPv3(usm));
        Snmp snmp =
                new Snmp(dispatcher, new DefaultUdpTransportMapping(new UdpAddress("0.0.0.0/0")));
        snmp.listen();
        return new Session(snmp, target);
    }

    private Target<UdpAddress> target(UdpAddress address, USM usm) throws IOException {
        return switch (settings.login()) {
            case CredentialSettings.Form.Community(SecretSource source) -> {
                CommunityTarget<UdpAddress> target =
                        new CommunityTarget<>(address, octets(secret(source)));
                target.setVersion(SnmpConstants.version2c);
                yield target;
            }
            case CredentialSettings.Form.SnmpUser(
                            String name,
                            Optional<CredentialSettings.Auth> auth,
                            Optional<CredentialSettings.Priv> priv) -> {
                OctetString user = octets(name);
                usm.addUser(user(user, auth, priv));
                UserTarget<UdpAddress> target = new UserTarget<>();
                target.setAddress(address);
                target.setVersion(SnmpConstants.version3);
                target.setSecurityName(user);
                target.setSecurityLevel(level(auth, priv));
                yield target;
            }
            case CredentialSettings.Form.Password password ->
                    throw new IOException("expected a community or an SNMP user");
        };
    }

    private UsmUser user(
            OctetString name,
            Optional<CredentialSettings.Auth> auth,
            Optional<CredentialSettings.Priv> priv)
            throws IOException {
        OctetString authPhrase = auth.isPresent() ? phrase(auth.get().phrase()) : null;
        OctetString privPhrase = priv.isPresent() ? phrase(priv.get().phrase()) : null;
        return new UsmUser(
                name,
                auth.map(it -> UserProtocols.of(it.protocol())).orElse(null),
                authPhrase,
                priv.map(it -> UserProtocols.of(it.protocol())).orElse(null),
                privPhrase);
    }

    private static int level(
            Optional<CredentialSettings.Auth> auth, Optional<CredentialSettings.Priv> priv) {
        return priv.isPresent()
                ? SecurityLevel.AUTH_PRIV
                : auth.isPresent() ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.NOAUTH_NOPRIV;
    }

    private OctetString phrase(SecretSource source) throws IOException {
        OctetString phrase = octets(secret(source));
        if (phrase.length() < UserProtocols.SHORTEST_PHRASE) {
            throw new IOException(
                    "expected a pass phrase of at least 8 characters (RFC 3414, section 11.2) at "
                            + source.at()
                            + ", found a shorter one");
        }
        return phrase;
    }

    private String secret(SecretSource source) throws IOException {
        return switch (secrets.read(source)) {
            case Loaded.Good<Secret>(var secret) -> secret.reveal();
            case Loaded.Bad<?> bad -> throw new IOException("no secret for traps: " + bad.text());
        };
    }

    private static OctetString octets(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        Stream.ofNullable(open)
                .forEach(
                        it -> {
                            try {
                                it.snmp().close();
                            } catch (IOException e) {
                                // Closed all the same: there is nobody to part from.
                                return;
                            }
                        });
    }
}
