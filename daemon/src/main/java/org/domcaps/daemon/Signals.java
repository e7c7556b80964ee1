package org.domcaps.daemon;

import java.lang.reflect.Proxy;

/// Signals of the system. Java's only words for them are `sun.misc.Signal` in `jdk.unsupported`,
/// which the compiler warns of without a way to say that it is meant; so they are called by name.
final class Signals {

    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private Signals() {}

    /// Does something whenever a signal comes, instead of what the system would do.
    ///
    /// @param name without `SIG`: `HUP`
    @SuppressWarnings("ReferenceEquality") // the proxy is equal to nothing but itself
    static void on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            Object whenItComes =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) ->
                                    switch (method.getName()) {
                                        case "handle" -> {
                                            action.run();
                                            yield null;
                                        }
                                        case "hashCode" -> System.identityHashCode(proxy);
                                        case "equals" -> proxy == arguments[0];
                                        default -> name;
                                    });
            Object _ =
                    signal.getMethod("handle", signal, handler)
                            .invoke(
                                    null,
                                    signal.getConstructor(String.class).newInstance(name),
                                    whenItComes);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this Java cannot handle the signal " + name, e);
        }
    }
}
