package io.eagleray.storage;

import io.eagleray.client.ConfigurationException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Opens the storages of one kind of URI; found by {@link ServiceLoader} on the class path of the application. */
public interface StorageProvider {

    /**
     * The provider that opens a storage.
     *
     * @param uri which one
     * @param application the loader of the application, whose class path the cluster is given
     * @return its provider
     * @throws ConfigurationException when nothing there opens it; the message names the module that does
     */
    static StorageProvider of(StorageUri uri, ClassLoader application) {
        FileProvider files = new FileProvider();
        if (uri.scheme().equals(files.scheme())) {
            return files;
        }
        try {
            return ServiceLoader.load(StorageProvider.class, application).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.scheme().equals(uri.scheme()))
                    .findFirst()
                    .orElseThrow(() -> missing(uri));
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(
                    uri.shown() + ": what opens storages on the class path of the application does not fit this version"
                            + " of Eagleray (" + e.getMessage() + "): take all its modules in one version",
                    e);
        }
    }

    private static ConfigurationException missing(StorageUri uri) {
        return new ConfigurationException(
                uri.scheme().equals("s3")
                        ? uri.shown() + ": nothing on the class path of the application opens s3 storages; add the"
                                + " dependency io.eagleray:sdk-s3"
                        : uri.shown() + ": nothing on the class path of the application opens \"" + uri.scheme()
                                + "\" storages; write " + StorageUri.FORMS);
    }

    /**
     * What it opens.
     *
     * @return the scheme of the URIs, such as {@code s3}
     */
    String scheme();

    /**
     * Checks what a URI says. Nothing is opened or sent.
     *
     * @param uri a URI of its scheme
     * @throws ConfigurationException when it cannot be right; the message says what to write
     */
    void check(StorageUri uri);

    /**
     * Opens a storage.
     *
     * @param uri a URI of its scheme
     * @return the storage; the caller closes it
     * @throws ConfigurationException when the URI, or what is set around it, cannot be right
     */
    Storage open(StorageUri uri);
}
