package io.eagleray.flyte;

import io.eagleray.client.BackendException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.flyte.pod.StoredFile;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageUri;
import java.io.IOException;

/**
 * Brings code to a storage of one's own, in place of the backend's.
 *
 * @param uri the storage
 * @param storage the same, open
 * @param progress told of each file that is not there yet
 */
record StorageCode(StorageUri uri, Storage storage, ProgressSink progress) implements CodeStore {
    private static final String FOLDER = "eagleray-code/";

    @Override
    public String store(StoredFile file) {
        String name = FOLDER + file.name();
        try {
            if (!storage.exists(name)) {
                progress.accept(Progress.of("uploading " + file.name(), "to " + uri));
                storage.write(name, file.file());
            }
            return uri + "/" + name;
        } catch (IOException e) {
            throw new BackendException("the code cannot be stored: " + e.getMessage(), e);
        }
    }
}
