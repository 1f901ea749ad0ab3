package io.eagleray.driver.cluster;

import io.eagleray.bundle.BundleManifest;
import io.eagleray.bundle.CodePath;
import io.eagleray.bundle.NewestClass;
import io.eagleray.call.ValueType;
import io.eagleray.driver.Submission;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A submission as it travels to a cluster, beside the class path: two files and the encoded call in a package of its own.
 *
 * @param id the execution's id
 * @param spec the task's spec
 * @param timeout how long one attempt may take
 * @param labels labels of the execution
 * @param env environment variables that are added to the task's
 * @param callPieces the packages of the encoded call; none when it is in this one
 * @param workerEnv the runtime environment of the workers: Ray's fields, each with its JSON
 * @param outcome where in a storage its outcome goes; empty when that is Ray's logs
 * @param newestClasses what needs a newer Java than 17
 * @param nodes how many nodes there have to be before its task begins
 */
public record Job(
        String id,
        TaskSpec spec,
        Optional<Duration> timeout,
        Map<String, String> labels,
        Map<String, String> env,
        List<String> callPieces,
        Map<String, String> workerEnv,
        Optional<OutcomePlace> outcome,
        List<NewestClass> newestClasses,
        int nodes) {
    private static final ValueType TYPE = ValueType.of(Job.class);
    private static final String DESCRIPTION = "job.json";
    private static final String CALL = "call";

    /**
     * The job of a submission.
     *
     * @param submission the submission
     * @param callPieces the packages of the encoded call; none when it is in that of the job
     * @param workerEnv the runtime environment of the workers
     * @param outcome where in a storage its outcome goes; empty when that is Ray's logs
     * @param newestClasses what needs a newer Java than 17
     * @param nodes how many nodes there have to be before its task begins
     * @return the job
     */
    public static Job of(
            Submission submission,
            List<String> callPieces,
            Map<String, String> workerEnv,
            Optional<OutcomePlace> outcome,
            List<NewestClass> newestClasses,
            int nodes) {
        return new Job(
                submission.id(),
                submission.spec(),
                submission.timeout(),
                submission.labels(),
                submission.env(),
                callPieces,
                workerEnv,
                outcome,
                newestClasses,
                nodes);
    }

    /**
     * The files of its package.
     *
     * @param call the encoded call
     * @param manifest the class path
     * @return the bytes of each, by its name
     */
    public Map<String, byte[]> files(byte[] call, BundleManifest manifest) {
        return Map.of(
                DESCRIPTION,
                Json.write(this, TYPE).getBytes(StandardCharsets.UTF_8),
                CALL,
                callPieces.isEmpty() ? call : new byte[0],
                Entrypoint.CLASS_PATH,
                CodePath.of(manifest));
    }

    static Job read(Path folder) throws IOException {
        return (Job) Objects.requireNonNull(Json.read(Files.readString(folder.resolve(DESCRIPTION)), TYPE));
    }

    /** The submission again. */
    Submission submission(Path folder) throws IOException {
        byte[] call =
                callPieces.isEmpty() ? Files.readAllBytes(folder.resolve(CALL)) : CallPieces.join(folder, callPieces);
        return new Submission(id, spec, call, timeout, labels, env);
    }
}
