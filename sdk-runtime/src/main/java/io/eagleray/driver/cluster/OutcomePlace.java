package io.eagleray.driver.cluster;

import io.eagleray.storage.StorageUri;
import java.util.Optional;

/**
 * Where in a storage the outcome of a job is.
 *
 * @param storage the address of the storage
 * @param name the name of the object
 */
public record OutcomePlace(String storage, String name) {

    /**
     * The place of a job's outcome. The same id may run again when a head has forgotten it, or on another cluster: each
     * session of Ray has a place of its own, so that nobody takes an older outcome for a newer one.
     *
     * @param storage the storage
     * @param id the execution's id
     * @param session the name of the session of the Ray that runs it; empty where its version does not tell
     * @return the place
     */
    public static OutcomePlace of(StorageUri storage, String id, Optional<String> session) {
        return new OutcomePlace(
                storage.toString(), id + session.map(name -> "/" + name).orElse("") + "/" + OutcomeFile.NAME);
    }
}
