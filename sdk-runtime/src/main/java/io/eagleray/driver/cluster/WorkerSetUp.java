package io.eagleray.driver.cluster;

import io.eagleray.bundle.NewestClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the workers of a job need.
 *
 * @param folder a folder of this driver, which exists
 * @param classPath the application's class path, as {@link io.eagleray.bundle.CodePath} writes it; not copied
 * @param newestClasses what needs a newer Java than 17
 * @param env their runtime environment: Ray's fields, each with its JSON
 * @param nodes how many nodes there have to be before the task begins
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record WorkerSetUp(
        Path folder, byte[] classPath, List<NewestClass> newestClasses, Map<String, String> env, int nodes) {

    /** Copies list and map. */
    public WorkerSetUp {
        newestClasses = List.copyOf(newestClasses);
        env = Map.copyOf(env);
    }
}
