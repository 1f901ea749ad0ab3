package io.eagleray.kuberay;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.AutoscalerSpec;
import io.eagleray.spec.RayJobSpec.HeadGroupSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What a client needs from a cluster's readiness to its submission: the question for its Java, the uploads. */
    static final Duration SHIPPING = Duration.ofMinutes(15);

    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final String TOKEN = "token";
    private static final Pattern VERSION = Pattern.compile("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])");

    private final KubeOptions options;
    private final ClassLoader loader;

    Manifests(KubeOptions options, ClassLoader loader) {
        this.options = options;
        this.loader = loader;
    }

    /**
     * The RayJob of a submission.
     *
     * @throws ConfigurationException when the task does not say enough, or what Kubernetes cannot take
     */
    RayJob rayJob(Submission submission) {
        TaskSpec spec = submission.spec();
        Optional<RayJobSpec> config = spec.rayJob();
        boolean isRemoved = config.map(RayJobSpec::shutdownAfterJobFinishes).orElse(true);
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(JobName.of(submission.id()))
                .withNamespace(options.namespace())
                .withLabels(Labels.of(submission, options.owner()))
                .withAnnotations(new TreeMap<>(Map.of(
                        CALL,
                        digest(submission),
                        TASK,
                        spec.name(),
                        Removal.ANNOTATION,
                        Removal.of(config).text())))
                .build());
        job.setSpec(new RayJob.Spec(
                "InteractiveMode",
                null,
                config.map(RayJobSpec::runtimeEnv).map(Manifests::runtimeEnv).orElse(null),
                activeDeadline(submission),
                seconds(startDeadline()),
                isRemoved,
                isRemoved ? ttl(config) : null,
                cluster(submission)));
        return job;
    }

    /** By when a client has to have begun to ship, from when the operator took the job up. */
    Duration startDeadline() {
        return options.startTimeout().plus(SLACK);
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
                .map(all -> seconds(all.plus(options.startTimeout()).plus(SLACK)))
                .orElse(null);
    }

    private static int seconds(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toSeconds()));
    }

    private RayCluster.Spec cluster(Submission submission) {
        TaskSpec spec = submission.spec();
        Optional<RayJobSpec> config = spec.rayJob();
        Optional<String> image =
                config.map(RayJobSpec::image).filter(text -> !text.isEmpty()).or(options::image);
        PodTemplates templates = new PodTemplates(
                loader,
                image,
                config.map(RayJobSpec::serviceAccount).orElse(""),
                Labels.of(submission, options.owner()),
                spec.secrets());
        RayCluster.HeadGroup head = head(config.map(RayJobSpec::headGroup), templates, spec.resources());
        RayVersion version = version(config, head);
        boolean isAutoscaled = config.flatMap(RayJobSpec::autoscaler).isPresent();
        return new RayCluster.Spec(
                version.text(),
                isAutoscaled ? true : null,
                config.flatMap(RayJobSpec::autoscaler)
                        .map(Manifests::autoscaler)
                        .orElse(null),
                version.hasTokens() ? new RayCluster.AuthOptions(TOKEN) : null,
                head,
                config.map(RayJobSpec::workerGroups).orElse(List.of()).stream()
                        .map(group -> workers(group, templates, spec.resources()))
                        .toList());
    }

    /** Nothing outside the cluster reaches it, unless it is let in. */
    private static RayCluster.HeadGroup head(
            Optional<HeadGroupSpec> group, PodTemplates templates, ResourceSpec default_) {
        return new RayCluster.HeadGroup(
                "ClusterIP",
                new TreeMap<>(group.map(HeadGroupSpec::rayStartParams).orElse(Map.of())),
                templates.of(
                        "head",
                        group.map(HeadGroupSpec::podTemplate).orElse(""),
                        over(default_, group.map(HeadGroupSpec::resources))));
    }

    private static RayCluster.WorkerGroup workers(
            WorkerGroupSpec group, PodTemplates templates, ResourceSpec default_) {
        return new RayCluster.WorkerGroup(
                group.groupName(),
                group.replicas(),
                group.minReplicas(),
                group.maxReplicas(),
                new TreeMap<>(group.rayStartParams()),
                templates.of("worker", group.podTemplate(), over(default_, Optional.of(group.resources()))));
    }

    private static ResourceSpec over(ResourceSpec default_, Optional<ResourceSpec> own) {
        Map<String, String> requests = new TreeMap<>(default_.requests());
        Map<String, String> limits = new TreeMap<>(default_.limits());
        own.ifPresent(given -> {
            requests.putAll(given.requests());
            limits.putAll(given.limits());
        });
        return new ResourceSpec(requests, limits);
    }

    private static RayCluster.AutoscalerOptions autoscaler(AutoscalerSpec spec) {
        String mode = switch (spec.upscalingMode()) {
            case "AGGRESSIVE" -> "Aggressive";
            case "CONSERVATIVE" -> "Conservative";
            default -> "Default";
        };
        return new RayCluster.AutoscalerOptions(
                "v2",
                mode,
                spec.idleTimeoutSeconds().isPresent()
                        ? spec.idleTimeoutSeconds().getAsInt()
                        : null);
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

    private static RayVersion version(Optional<RayJobSpec> config, RayCluster.HeadGroup head) {
        String image = head.template().getSpec().getContainers().get(0).getImage();
        String remedy = ": set rayVersion of @RayJobConfig to that of the image " + image + ", such as \"2.60.0\"";
        RayVersion version = config.map(RayJobSpec::rayVersion)
                .filter(text -> !text.isEmpty())
                .or(() -> ofTag(image))
                .map(RayVersion::of)
                .orElseThrow(() -> new ConfigurationException("the version of Ray is not known" + remedy));
        if (!version.isSupported()) {
            throw new ConfigurationException("Ray " + version + " is too old: Eagleray works with Ray "
                    + RayVersion.OLDEST + " and later; if that is not its version" + remedy);
        }
        return version;
    }

    private static Optional<String> ofTag(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        Matcher version = VERSION.matcher(name.substring(name.indexOf(':') + 1));
        return name.contains(":") && version.find() ? Optional.of(version.group()) : Optional.empty();
    }
}
