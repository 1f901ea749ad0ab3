package io.eagleray.kuberay;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.AutoscalerSpec;
import io.eagleray.spec.RayJobSpec.HeadGroupSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what a task says of its cluster to KubeRay's words for it. */
final class ClusterSpecs {
    private static final String TOKEN = "token";
    private static final Pattern VERSION = Pattern.compile("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])");

    private final KubeOptions options;
    private final ClassLoader loader;

    ClusterSpecs(KubeOptions options, ClassLoader loader) {
        this.options = options;
        this.loader = loader;
    }

    /**
     * The cluster that a task asks for.
     *
     * @param spec the task
     * @param labels the labels of its pods
     * @throws ConfigurationException when the task does not say enough, or what Kubernetes cannot take
     */
    RayCluster.Spec of(TaskSpec spec, Map<String, String> labels) {
        Optional<RayJobSpec> config = spec.rayJob();
        Optional<String> image =
                config.map(RayJobSpec::image).filter(text -> !text.isEmpty()).or(options::image);
        PodTemplates templates = new PodTemplates(
                loader, image, config.map(RayJobSpec::serviceAccount).orElse(""), labels, spec.secrets());
        RayCluster.HeadGroup head = head(config.map(RayJobSpec::headGroup), templates, spec.resources());
        RayVersion version = version(config, head);
        boolean isAutoscaled = config.flatMap(RayJobSpec::autoscaler).isPresent();
        return new RayCluster.Spec(
                version.text(),
                isAutoscaled ? true : null,
                config.flatMap(RayJobSpec::autoscaler)
                        .map(ClusterSpecs::autoscaler)
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
                        group.map(each -> each.resources().over(default_)).orElse(default_)));
    }

    private static RayCluster.WorkerGroup workers(
            WorkerGroupSpec group, PodTemplates templates, ResourceSpec default_) {
        return new RayCluster.WorkerGroup(
                group.groupName(),
                group.replicas(),
                group.minReplicas(),
                group.maxReplicas(),
                new TreeMap<>(group.rayStartParams()),
                templates.of("worker", group.podTemplate(), group.resources().over(default_)));
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
