package io.holdfast.config.supervisor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * The signal by which a supervisor asks a service to read its settings again.
 *
 * <p>Heard through {@code sun.misc.Signal}, because Java has no other way to hear of a signal
 * without ending; by reflection, because the compiler's warning about that class cannot be
 * silenced.
 */
public final class HangUp {

    private HangUp() {}

    /** Does this on every SIGHUP, on a thread of the JVM's own. */
    public static void handle(Runnable reload) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call =
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            reload.run();
                        }
                        return null;
                    };
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            Object ours =
                    Proxy.newProxyInstance(
                            HangUp.class.getClassLoader(), new Class<?>[] {handler}, call);
            var _ = signal.getMethod("handle", signal, handler).invoke(null, hangUp, ours);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected a JVM with sun.misc.Signal", e);
        }
    }
}
