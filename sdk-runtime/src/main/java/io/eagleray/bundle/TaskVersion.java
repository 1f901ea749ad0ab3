package io.eagleray.bundle;

import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;

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
        Sha256 sha = new Sha256();
        sha.add("bundle", bundle.digest());
        sha.add("spec", Json.write(spec, TYPE));
        return sha.hex().substring(0, DIGITS);
    }
}
