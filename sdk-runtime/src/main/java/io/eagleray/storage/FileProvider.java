package io.eagleray.storage;

import io.eagleray.client.ConfigurationException;
import java.nio.file.Path;

/** Opens {@code file:///folder}. */
final class FileProvider implements StorageProvider {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public void check(StorageUri uri) {
        if (!uri.authority().isEmpty()) {
            throw new ConfigurationException(
                    uri.shown() + " is no absolute path, but names a host or a relative folder:"
                            + " write file:///folder, a folder that this machine and all nodes of the cluster share");
        }
        if (uri.path().isEmpty()) {
            throw new ConfigurationException(uri.shown() + " names no folder: write file:///folder");
        }
    }

    @Override
    public Storage open(StorageUri uri) {
        check(uri);
        return new FileStorage(Path.of("/" + uri.path()));
    }
}
