package io.eagleray.flyte;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.pod.StoredFile;

/** Where pods get code from. */
@FunctionalInterface
interface CodeStore {
    /**
     * Stores a file. Where it goes depends on its content, so storing it twice does no harm.
     *
     * @return where pods find it
     * @throws BackendException when it is not taken
     * @throws ConfigurationException when it cannot be read, or there is no place for it
     */
    String store(StoredFile file);
}
