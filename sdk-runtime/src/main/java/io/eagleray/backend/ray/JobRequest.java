package io.eagleray.backend.ray;

import io.eagleray.bundle.Sha256;
import io.eagleray.wire.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a submission as Ray names them; those that say nothing are left out, for older Rays may not know them. */
final class JobRequest {
    /** What tells our job from another of the same id: the digest of all that was asked for. */
    static final String DIGEST = "eagleray_digest";

    private JobRequest() {}

    static String json(JobSubmission job) {
        Map<String, Object> fields = fields(job);
        Map<String, String> metadata = new TreeMap<>(job.metadata());
        metadata.put(DIGEST, digest(job));
        fields.put("metadata", metadata);
        return JsonObject.write(fields);
    }

    static String digest(JobSubmission job) {
        return Sha256.of(JsonObject.write(fields(job)));
    }

    private static Map<String, Object> fields(JobSubmission job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("submission_id", job.id());
        fields.put("entrypoint", job.entrypoint());
        put(fields, "metadata", job.metadata());
        put(fields, "runtime_env", job.runtimeEnv());
        JobSubmission.Resources resources = job.resources();
        resources.cpus().ifPresent(count -> fields.put("entrypoint_num_cpus", count));
        resources.gpus().ifPresent(count -> fields.put("entrypoint_num_gpus", count));
        resources.memory().ifPresent(bytes -> fields.put("entrypoint_memory", bytes));
        put(fields, "entrypoint_resources", resources.custom());
        put(fields, "entrypoint_label_selector", resources.labels());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }
}
