package io.eagleray.flyte.server;

import java.io.IOException;
import java.nio.file.Path;

/** Google's storage on loopback, emulated, with one bucket that anybody may use. */
public final class GoogleStorage extends ServedStorage {
    private GoogleStorage(PythonEnvironment environment, Path folder) throws IOException {
        super(environment, "gcs.py", folder);
    }

    /** One whose files go to a folder. */
    public static GoogleStorage start(Path folder) throws IOException, InterruptedException {
        return new GoogleStorage(libraries(), folder);
    }

    /** Its address, as Google's client takes it from {@code STORAGE_EMULATOR_HOST}. */
    public String address() {
        return access(0);
    }

    @Override
    public String uri(String name) {
        return "gs://code/" + name;
    }
}
