package io.eagleray.kuberay;

import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a submission to its RayJob. The operator makes the cluster and removes it; the submission to it is ours, so that
 * bundles, logs, results and cancellation are those of any Ray. The deadlines stand in the object itself, so that the
 * operator keeps them when nobody else is there any more.
 */
final class Manifests {
    /** What was called, to tell one execution from another with its id. */
    static final String CALL = "eagleray.io/call";

    /** The task's whole name; a label may have to shorten it. */
    static final String TASK = "eagleray.io/task-name";

    /** How long a result waits for who fetches it, unless the task says so. */
    static final Duration RETENTION = Duration.ofMinutes(10);

    /** What a client needs from the readiness of a head to its submission: the uploads. */
    static final Duration SHIPPING = Duration.ofMinutes(15);

    private final KubeOptions options;
    private final ClusterSpecs clusters;

    Manifests(KubeOptions options, ClusterSpecs clusters) {
        this.options = options;
        this.clusters = clusters;
    }

    /**
     * The RayJob of a submission.
     *
     * @param version the version of its task
     * @throws ConfigurationException when the task does not say enough, or what Kubernetes cannot take
     */
    RayJob rayJob(Submission submission, String version) {
        TaskSpec spec = submission.spec();
        Optional<RayJobSpec> config = spec.rayJob();
        boolean isRemoved = config.map(RayJobSpec::shutdownAfterJobFinishes).orElse(true);
        Map<String, String> labels = Labels.of(submission, version, options.owner());
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(JobName.of(submission.id()))
                .withNamespace(options.namespace())
                .withLabels(labels)
                .withAnnotations(new TreeMap<>(Map.of(
                        CALL,
                        digest(submission),
                        TASK,
                        spec.name(),
                        Removal.ANNOTATION,
                        Removal.of(config).text())))
                .build());
        job.setSpec(RayJob.Spec.ofOurSubmission(
                config.map(RayJobSpec::runtimeEnv).map(Manifests::runtimeEnv).orElse(null),
                activeDeadline(submission),
                seconds(options.startDeadline()),
                isRemoved,
                isRemoved ? ttl(config) : null,
                clusters.of(spec, labels)));
        return job;
    }

    /** The same call under the same id is the same execution. */
    static String digest(Submission submission) {
        return JobName.sha256(
                submission.spec().name().getBytes(StandardCharsets.UTF_8), new byte[1], submission.call());
    }

    /**
     * The operator's rules for failures alone leave a job that was stopped for ever. So what has to stay for a look stays
     * after any end, unless a client has fetched the outcome and removes it.
     */
    private static int ttl(Optional<RayJobSpec> config) {
        Optional<Integer> own = config.map(RayJobSpec::ttlSecondsAfterFinished)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt);
        Optional<Integer> keep = config.flatMap(RayJobSpec::keepOnFailure).map(Manifests::seconds);
        return Stream.concat(own.stream(), keep.stream()).max(Integer::compare).orElse(seconds(RETENTION));
    }

    /** All attempts, and the time that the cluster may take before them. */
    private @Nullable Integer activeDeadline(Submission submission) {
        return submission
                .timeout()
                .map(each -> each.multipliedBy(submission.spec().retries() + 1L))
                .map(all -> seconds(all.plus(options.startDeadline())))
                .orElse(null);
    }

    static int seconds(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toSeconds()));
    }

    /** For who looks at the object; our submission brings its own, in which the code is. */
    private static @Nullable String runtimeEnv(RuntimeEnvSpec env) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!env.pip().isEmpty()) {
            fields.put("pip", env.pip());
        }
        if (!env.conda().isEmpty()) {
            fields.put("conda", env.conda());
        }
        if (!env.envVars().isEmpty()) {
            fields.put("env_vars", new TreeMap<>(env.envVars()));
        }
        return fields.isEmpty() ? null : Serialization.asYaml(fields);
    }
}
