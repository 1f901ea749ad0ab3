package io.eagleray.backend;

/** Opens the backends of one kind of URI; found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {

    /**
     * Whether it opens backends of this kind.
     *
     * @param scheme the kind, such as {@code embedded}, {@code local} or {@code https}
     * @return true if it does
     */
    boolean opens(String scheme);

    /**
     * Opens a backend.
     *
     * @param uri which one
     * @param environment what it may use
     * @return the backend, ready to take submissions
     * @throws io.eagleray.client.ConfigurationException when the URI says something it cannot
     * @throws io.eagleray.client.BackendException when it cannot be reached or started
     */
    Backend open(BackendUri uri, BackendEnvironment environment);
}
