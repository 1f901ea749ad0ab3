package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens the backends of one kind of URI; found by {@link ServiceLoader}. */
public interface BackendProvider {

    /**
     * The provider that opens a backend.
     *
     * @param uri which one
     * @return its provider
     * @throws ConfigurationException when nothing on the class path opens it
     */
    static BackendProvider of(BackendUri uri) {
        return ofScheme(uri.scheme())
                .orElseThrow(
                        () -> new ConfigurationException("backend \"" + uri + "\": nothing on the class path opens "
                                + uri.scheme() + " backends; add the module that does"));
    }

    /**
     * The provider of a kind of backends.
     *
     * @param scheme the kind, such as {@code local} or {@code kuberay}
     * @return its provider, if there is one on the class path
     */
    static Optional<BackendProvider> ofScheme(String scheme) {
        return ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.opens(scheme))
                .findFirst();
    }

    /**
     * Whether it opens backends of this kind.
     *
     * @param scheme the kind, such as {@code embedded}, {@code local} or {@code https}
     * @return true if it does
     */
    boolean opens(String scheme);

    /**
     * Whether its executions go on, and can be found again, when the process that submitted them has ended.
     *
     * @return false when they end with it
     */
    boolean executionsGoOn();

    /**
     * Loads what it takes to open a backend of this kind, for who knows that this comes soon and has something else to do
     * until then. Nothing is read or sent, and nobody has to call it.
     */
    default void warmUp() {}

    /**
     * Looks whether a backend can be used, and changes nothing that lasts.
     *
     * @param uri which one
     * @param variables the environment variables, {@code EAGLERAY_*} among them
     * @return what was looked at, in order; what follows a failure may be left out
     * @throws InterruptedException when the thread is interrupted
     */
    default List<Check> checks(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        throw new ConfigurationException("there is nothing to look at before \"" + uri + "\" is used");
    }

    /**
     * Opens a backend.
     *
     * @param uri which one
     * @param environment what it may use
     * @return the backend, ready to take submissions
     * @throws ConfigurationException when the URI says something it cannot
     * @throws io.eagleray.client.BackendException when it cannot be reached or started
     */
    Backend open(BackendUri uri, BackendEnvironment environment);
}
