package io.eagleray.flyte.pod;

import io.eagleray.bundle.NewestClass;
import io.eagleray.bundle.TaskVersion;
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
 * A task, as the JVM of its pod is told of it: a line with the JSON of its spec, and one with what else there is.
 *
 * @param spec the task
 * @param beside what else there is
 */
record PodTask(TaskSpec spec, Beside beside) {
    private static final ValueType BESIDE = ValueType.of(Beside.class);

    /**
     * What else the JVM is told.
     *
     * @param catalog the binary name of the catalog that has the task
     * @param workerEnv the runtime environment of its workers: Ray's fields, each with its JSON
     * @param newestClasses what needs a newer Java than 17
     */
    record Beside(String catalog, Map<String, String> workerEnv, List<NewestClass> newestClasses) {

        /** The content of the file, for a spec that is JSON already. */
        byte[] after(String spec) {
            return (spec + "\n" + Json.write(this, BESIDE)).getBytes(StandardCharsets.UTF_8);
        }
    }

    static PodTask read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf('\n');
        return new PodTask(TaskVersion.spec(text.substring(0, end)), (Beside)
                Objects.requireNonNull(Json.read(text.substring(end + 1), BESIDE)));
    }
}
