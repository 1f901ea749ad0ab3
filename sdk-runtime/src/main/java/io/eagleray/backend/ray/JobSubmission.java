package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A job to submit. All of it can be read by everybody who may use the cluster: no secret goes here.
 *
 * @param id its id, chosen by the sender: letters, digits, {@code . _ -}, at most 128; never used again for another job
 * @param entrypoint a shell command, run on the cluster in the working directory of the runtime environment
 * @param runtimeEnv the runtime environment in Ray's own form: {@code working_dir}, {@code env_vars}, {@code java_jars} …
 * @param metadata what is kept with the job; names that begin with {@code eagleray_} are ours
 * @param resources what the entrypoint itself needs
 */
public record JobSubmission(
        String id, String entrypoint, Map<String, ?> runtimeEnv, Map<String, String> metadata, Resources resources) {

    /**
     * What the entrypoint needs, beside what the tasks it starts need. Nothing by default: then it runs on the head.
     *
     * @param cpus CPUs
     * @param gpus GPUs
     * @param memory bytes
     * @param custom other resources
     * @param labels of the node it runs on; older Rays do not know them
     */
    public record Resources(
            OptionalDouble cpus,
            OptionalDouble gpus,
            OptionalLong memory,
            Map<String, Double> custom,
            Map<String, String> labels) {
        /** Nothing. */
        public static final Resources NONE =
                new Resources(OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(), Map.of(), Map.of());

        /** Copies the maps. */
        public Resources {
            custom = Collections.unmodifiableMap(new TreeMap<>(custom));
            labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        }
    }

    /** Checks the id and copies the maps. */
    public JobSubmission {
        JobIds.check(id);
        if (entrypoint.isBlank()) {
            throw new ConfigurationException("job \"" + id + "\" has no entrypoint: name a command");
        }
        runtimeEnv = Collections.unmodifiableMap(new LinkedHashMap<String, Object>(runtimeEnv));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * A job that needs nothing but its command.
     *
     * @param id its id
     * @param entrypoint a shell command
     * @return the job
     */
    public static JobSubmission of(String id, String entrypoint) {
        return new JobSubmission(id, entrypoint, Map.of(), Map.of(), Resources.NONE);
    }
}
