package io.holdfast.cli.command;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.PrivProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.Security;
import io.holdfast.cli.Failure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who we are to an SNMP agent. */
final class SnmpLoginOptions {

    private static final SecretSource COMMUNITY =
            new SecretSource("a community", "--community-file", "HOLDFAST_SNMP_COMMUNITY");
    private static final SecretSource AUTH =
            new SecretSource(
                    "the authentication pass-phrase",
                    "--auth-password-file",
                    "HOLDFAST_SNMP_AUTH_PASSWORD");
    private static final SecretSource PRIV =
            new SecretSource(
                    "the privacy pass-phrase",
                    "--priv-password-file",
                    "HOLDFAST_SNMP_PRIV_PASSWORD");

    @Option(
            names = "--community",
            paramLabel = "C",
            description =
                    "The community of SNMPv1 and v2c. Other users of this machine can read it"
                            + " here; prefer --community-file or HOLDFAST_SNMP_COMMUNITY.")
    private @Nullable String community;

    @Option(
            names = "--community-file",
            paramLabel = "FILE",
            description = "A file with the community.")
    private @Nullable Path communityFile;

    @Option(names = "--v1", description = "Speak SNMPv1 instead of v2c with a community.")
    private boolean first;

    @Option(names = "--user", paramLabel = "U", description = "The user of SNMPv3.")
    private @Nullable String user;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description =
                    "noAuthNoPriv, authNoPriv or authPriv (default: as far as protocols are given).")
    private @Nullable String level;

    @Option(
            names = "--auth",
            paramLabel = "HASH",
            description = "MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512.")
    private @Nullable String auth;

    @Option(
            names = "--auth-password-file",
            paramLabel = "FILE",
            description = "The authentication pass-phrase; else HOLDFAST_SNMP_AUTH_PASSWORD.")
    private @Nullable Path authFile;

    @Option(
            names = "--priv",
            paramLabel = "CIPHER",
            description = "DES, AES-128, AES-192 or AES-256; with -C for Cisco's key extension.")
    private @Nullable String priv;

    @Option(
            names = "--priv-password-file",
            paramLabel = "FILE",
            description = "The privacy pass-phrase; else HOLDFAST_SNMP_PRIV_PASSWORD.")
    private @Nullable Path privFile;

    @Option(names = "--context", paramLabel = "N", description = "The context of SNMPv3.")
    private String context = "";

    /**
     * The login that these options describe.
     *
     * @throws Failure if they describe none, or two
     */
    Login login(Context world) {
        boolean named = community != null || communityFile != null || first;
        if (user != null && named) {
            throw new Failure(
                    "expected either a community (SNMPv1, v2c) or --user (SNMPv3), found both", "");
        }
        try {
            return user == null ? byCommunity(world) : byUser(user, world);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
    }

    private Login byCommunity(Context world) {
        if (auth != null || priv != null || level != null || !context.isEmpty()) {
            throw new Failure(
                    "expected --user beside the options of SNMPv3, found none", "add --user NAME");
        }
        Optional<String> name =
                community == null ? COMMUNITY.read(communityFile, world) : Optional.of(community);
        if (name.isEmpty()) {
            throw new Failure(
                    "expected a community or a user, found neither",
                    "give --community C, --community-file FILE or --user U, or set "
                            + COMMUNITY.variable());
        }
        return new Login.Community(
                first ? Login.Version.V1 : Login.Version.V2C, Secret.of(name.get()));
    }

    private Login byUser(String name, Context world) {
        return new Login.User(name, security(world), context);
    }

    private Security security(Context world) {
        return switch (levelWord()) {
            case "noauthnopriv" -> new Security.NoAuthNoPriv();
            case "authnopriv" -> new Security.AuthNoPriv(hash(), secret(AUTH, authFile, world));
            case "authpriv" ->
                    new Security.AuthPriv(
                            hash(),
                            secret(AUTH, authFile, world),
                            cipher(),
                            secret(PRIV, privFile, world));
            default ->
                    throw new Failure(
                            "expected --level noAuthNoPriv, authNoPriv or authPriv, found '"
                                    + level
                                    + "'",
                            "");
        };
    }

    private String levelWord() {
        if (level != null) {
            return level.toLowerCase(Locale.ROOT);
        }
        return priv != null ? "authpriv" : auth != null ? "authnopriv" : "noauthnopriv";
    }

    private static Secret secret(SecretSource source, @Nullable Path file, Context world) {
        return Secret.of(source.require(file, world));
    }

    private AuthProtocol hash() {
        String word = auth == null ? "" : auth;
        return AuthProtocol.ofWord(word)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected --auth with one of "
                                                + AuthProtocol.words()
                                                + ", found '"
                                                + word
                                                + "'",
                                        "name the hash that the device has for this user"));
    }

    private PrivProtocol cipher() {
        String word = priv == null ? "" : priv;
        return PrivProtocol.ofWord(word)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected --priv with one of "
                                                + PrivProtocol.words()
                                                + ", found '"
                                                + word
                                                + "'",
                                        "name the cipher that the device has for this user"));
    }
}
