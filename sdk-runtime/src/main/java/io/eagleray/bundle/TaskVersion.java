package io.eagleray.bundle;

import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import java.util.Objects;

/** The version of a task: what tells its code and its spec from others, the same on every machine. */
public final class TaskVersion {
    /** Enough that no two are the same, and short enough for a label of Kubernetes. */
    private static final int DIGITS = 32;

    private static final ValueType TYPE = ValueType.of(TaskSpec.class);

    private TaskVersion() {}

    /**
     * The version of a task.
     *
     * @param bundle the code that it is in
     * @param spec its spec
     * @return 32 hex digits, the beginning of a SHA-256
     */
    public static String of(Bundle bundle, TaskSpec spec) {
        return of(bundle, json(spec));
    }

    /**
     * The version of a task whose spec is at hand as JSON.
     *
     * @param bundle the code that it is in
     * @param json what {@link #json} gives
     * @return as above
     */
    public static String of(Bundle bundle, String json) {
        Sha256 sha = new Sha256();
        sha.add("bundle", bundle.digest());
        sha.add("spec", json);
        return sha.hex().substring(0, DIGITS);
    }

    /**
     * The text that a spec goes into a version as.
     *
     * @param spec the spec
     * @return its JSON, without line breaks
     */
    public static String json(TaskSpec spec) {
        return Json.write(spec, TYPE);
    }

    /**
     * Reads what {@link #json} gives.
     *
     * @param json the JSON
     * @return the spec
     * @throws io.eagleray.client.ValueException when it is none
     */
    public static TaskSpec spec(String json) {
        return (TaskSpec) Objects.requireNonNull(Json.read(json, TYPE));
    }
}
