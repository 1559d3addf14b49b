package io.holdfast.collector.rack;

import io.holdfast.config.rack.CredentialSettings;
import io.holdfast.config.rack.DeviceSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.rack.Use;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.observation.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts settings and secrets together.
 *
 * <p>Only credentials for reading are fetched: those that switch power stay where they are until a
 * fencer needs one.
 */
public final class PolledDevices {

    private final RackSettings racks;
    private final SecretReader secrets;
    private String trouble = "";

    private PolledDevices(RackSettings racks, SecretReader secrets) {
        this.racks = racks;
        this.secrets = secrets;
    }

    /** The devices of these settings. */
    public static List<PolledDevice> of(RackSettings racks, SecretReader secrets) {
        List<PolledDevice> devices = new ArrayList<>();
        for (DeviceSettings settings : racks.devices().values()) {
            devices.add(new PolledDevices(racks, secrets).device(settings));
        }
        return devices;
    }

    private PolledDevice device(DeviceSettings settings) {
        Optional<Login> login =
                settings.credential().isEmpty()
                        ? Optional.of(new Login.Open())
                        : settings.credential().flatMap(this::login);
        Optional<Silence> why =
                login.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Silence(
                                        Silence.Cause.NOT_PERMITTED,
                                        "its credential cannot be read: " + trouble,
                                        "put it right and reload: systemctl reload"
                                                + " holdfast-collector"));
        return new PolledDevice(
                settings.device(),
                settings.kind(),
                settings.access(),
                settings.agents(),
                settings.every(),
                settings.deadline(),
                login,
                why);
    }

    private Optional<Login> login(String name) {
        CredentialSettings credential = racks.credentials().get(name);
        if (credential == null || credential.use() != Use.READ) {
            trouble = "no credential '" + name + "' for reading";
            return Optional.empty();
        }
        return switch (credential.form()) {
            case CredentialSettings.Form.Community(var source) ->
                    secret(source).map(Login.Community::new);
            case CredentialSettings.Form.Password(var user, var source) ->
                    secret(source).map(password -> new Login.Password(user, password));
            case CredentialSettings.Form.SnmpUser form -> snmpUser(form);
        };
    }

    private Optional<Login> snmpUser(CredentialSettings.Form.SnmpUser form) {
        Optional<Login.Auth> auth =
                form.auth()
                        .flatMap(a -> secret(a.phrase()).map(s -> new Login.Auth(a.protocol(), s)));
        Optional<Login.Priv> priv =
                form.priv()
                        .flatMap(p -> secret(p.phrase()).map(s -> new Login.Priv(p.protocol(), s)));
        // Less than was asked for is not good enough: a device would be asked in the clear.
        boolean whole =
                auth.isPresent() == form.auth().isPresent()
                        && priv.isPresent() == form.priv().isPresent();
        return whole ? Optional.of(new Login.SnmpUser(form.user(), auth, priv)) : Optional.empty();
    }

    private Optional<SecretText> secret(SecretSource source) {
        return switch (secrets.read(source)) {
            case Loaded.Good<Secret>(Secret secret) -> Optional.of(new SecretText(secret.reveal()));
            case Loaded.Bad<Secret> bad -> {
                trouble = bad.problems().getFirst().message();
                yield Optional.empty();
            }
        };
    }
}
