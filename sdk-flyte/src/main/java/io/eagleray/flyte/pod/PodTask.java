package io.eagleray.flyte.pod;

import io.eagleray.bundle.NewestClass;
import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A task, as the JVM of its pod is told of it.
 *
 * @param catalog the binary name of the catalog that has it
 * @param spec the task
 * @param workerEnv the runtime environment of its workers: Ray's fields, each with its JSON
 * @param newestClasses what needs a newer Java than 17
 */
record PodTask(String catalog, TaskSpec spec, Map<String, String> workerEnv, List<NewestClass> newestClasses) {
    private static final ValueType TYPE = ValueType.of(PodTask.class);

    byte[] json() {
        return Json.write(this, TYPE).getBytes(StandardCharsets.UTF_8);
    }

    static PodTask read(Path file) throws IOException {
        return (PodTask) Objects.requireNonNull(Json.read(Files.readString(file), TYPE));
    }
}
