package io.eagleray.kuberay;

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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a submission to its RayJob. The operator makes the cluster and removes it; the submission to it is ours, so that
 * bundles, logs, results and cancellation are those of any Ray. The deadlines stand in the object itself, so that the
 * operator keeps them when nobody else is there any more.
 */
final class Manifests {
    /** What was called, to tell one execution from another with its id. */
    static final String CALL = "eagleray.io/call";

    /** How long a result waits for who fetches it, unless the task says so. */
    static final Duration RETENTION = Duration.ofMinutes(10);

    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final String TOKEN = "token";
    private static final int[] TOKENS_SINCE = {2, 52};
    private static final Pattern VERSION = Pattern.compile("(?<![\\d.])(\\d+)\\.(\\d+)\\.(\\d+)(?![\\d.])");

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
        Optional<Duration> keep = config.flatMap(RayJobSpec::keepOnFailure);
        boolean isRemoved = config.map(RayJobSpec::shutdownAfterJobFinishes).orElse(true);
        int ttl = Math.toIntExact(config.map(RayJobSpec::ttlSecondsAfterFinished)
                .filter(given -> given.isPresent())
                .map(given -> given.getAsInt())
                .orElse(seconds(RETENTION)));
        boolean hasRules = isRemoved && keep.isPresent();
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(JobName.of(submission.id()))
                .withNamespace(options.namespace())
                .withLabels(Labels.of(submission, options.owner()))
                .withAnnotations(new TreeMap<>(Map.of(
                        CALL,
                        digest(submission),
                        Removal.ANNOTATION,
                        Removal.of(config).text())))
                .build());
        job.setSpec(new RayJob.Spec(
                "InteractiveMode",
                null,
                config.map(RayJobSpec::runtimeEnv).map(Manifests::runtimeEnv).orElse(null),
                activeDeadline(submission),
                seconds(options.startTimeout().plus(SLACK)),
                hasRules ? null : isRemoved,
                hasRules || !isRemoved ? null : ttl,
                hasRules ? rules(ttl, seconds(keep.get())) : null,
                cluster(submission)));
        return job;
    }

    /** The same call under the same id is the same execution. */
    static String digest(Submission submission) {
        return JobName.sha256(
                submission.spec().name().getBytes(StandardCharsets.UTF_8), new byte[1], submission.call());
    }

    private static RayJob.DeletionStrategy rules(int ttl, int keep) {
        return new RayJob.DeletionStrategy(List.of(
                rule(new RayJob.DeletionCondition("SUCCEEDED", null, ttl)),
                rule(new RayJob.DeletionCondition("FAILED", null, keep)),
                rule(new RayJob.DeletionCondition(null, "Failed", keep))));
    }

    private static RayJob.DeletionRule rule(RayJob.DeletionCondition condition) {
        return new RayJob.DeletionRule("DeleteCluster", condition);
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
        String version = version(config, head);
        boolean isAutoscaled = config.flatMap(RayJobSpec::autoscaler).isPresent();
        return new RayCluster.Spec(
                version,
                isAutoscaled ? true : null,
                config.flatMap(RayJobSpec::autoscaler)
                        .map(Manifests::autoscaler)
                        .orElse(null),
                hasTokens(version) ? new RayCluster.AuthOptions(TOKEN) : null,
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

    private static String version(Optional<RayJobSpec> config, RayCluster.HeadGroup head) {
        Optional<String> said = config.map(RayJobSpec::rayVersion).filter(text -> !text.isEmpty());
        if (said.isPresent()) {
            return said.get();
        }
        String image = head.template().getSpec().getContainers().get(0).getImage();
        Matcher version = VERSION.matcher(image.substring(image.lastIndexOf('/') + 1));
        if (!version.find()) {
            throw new ConfigurationException("the image " + image
                    + " does not tell its version of Ray: set rayVersion of @RayJobConfig, such as \"2.60.0\"");
        }
        return version.group();
    }

    /** Ray asks for tokens since 2.52. */
    static boolean hasTokens(String rayVersion) {
        Matcher version = VERSION.matcher(rayVersion);
        if (!version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > TOKENS_SINCE[0]
                || (major == TOKENS_SINCE[0] && Integer.parseInt(version.group(2)) >= TOKENS_SINCE[1]);
    }
}
