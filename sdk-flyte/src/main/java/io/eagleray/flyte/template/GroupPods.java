package io.eagleray.flyte.template;

import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.ResourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a cluster's groups, as far as they are others than the task's container says: what the annotations say, over
 * the user's pod template where there is one.
 */
final class GroupPods {
    private static final Map<String, String> NAMES = Map.of("gpu", "nvidia.com/gpu");

    private final Registration registration;
    private final ResourceSpec default_;
    private final String serviceAccount;
    private final List<String> problems = new ArrayList<>();

    GroupPods(Registration registration, String serviceAccount) {
        this.registration = registration;
        this.default_ = registration.task().resources();
        this.serviceAccount = serviceAccount;
    }

    /** What is wrong with the templates of those asked for. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * The pod of a group.
     *
     * @param container the name by which the backend finds Ray's container
     * @param own what the group asks for
     * @param template the class path resource of the user's template; may be empty
     * @return Flyte's {@code K8sPod}; empty where the task's container says all
     */
    Optional<Map<String, Object>> of(String container, ResourceSpec own, String template) {
        Map<String, String> labels = registration.task().labels();
        ResourceSpec all = own.over(default_);
        boolean hasResources = !all.equals(default_) || isOfPodsAlone(all);
        if (!hasResources && template.isEmpty() && labels.isEmpty() && serviceAccount.isEmpty()) {
            return Optional.empty();
        }
        try {
            PodYaml yaml = template.isEmpty() ? PodYaml.none() : PodYaml.read(registration.loader(), template);
            Map<String, Object> pod = new TreeMap<>(yaml.spec());
            List<Map<String, Object>> containers = new ArrayList<>(yaml.containers());
            Map<String, Object> ray = containers.isEmpty() ? new TreeMap<>() : new TreeMap<>(containers.remove(0));
            ray.put("name", container);
            ray.remove("image"); // the task's is the one
            if (hasResources) {
                ray.put("resources", resources(ray.get("resources"), all));
            }
            containers.add(0, ray);
            pod.put("containers", containers);
            if (!serviceAccount.isEmpty()) {
                pod.put("serviceAccountName", serviceAccount);
            }
            return Optional.of(Map.of(
                    "metadata", metadata(yaml.metadata(), labels), "podSpec", pod, "primaryContainerName", container));
        } catch (ConfigurationException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isOfPodsAlone(ResourceSpec resources) {
        return !Containers.NAMES.keySet().containsAll(resources.requests().keySet())
                || !Containers.NAMES.keySet().containsAll(resources.limits().keySet());
    }

    /** Flyte's metadata of pods has labels and annotations, and nothing else. */
    private static Map<String, Object> metadata(Map<String, Object> given, Map<String, String> labels) {
        Map<String, Object> metadata = new TreeMap<>();
        Map<String, Object> all = new TreeMap<>(PodYaml.map(given.get("labels")));
        all.putAll(labels);
        Map<String, Object> annotations = PodYaml.map(given.get("annotations"));
        if (!all.isEmpty()) {
            metadata.put("labels", all);
        }
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        return metadata;
    }

    /** Devices such as GPUs are not shared: what is asked for is the limit, too. */
    private static Map<String, Object> resources(@Nullable Object under, ResourceSpec asked) {
        Map<String, Object> given = PodYaml.map(under);
        Map<String, Object> requests = new TreeMap<>(PodYaml.map(given.get("requests")));
        Map<String, Object> limits = new TreeMap<>(PodYaml.map(given.get("limits")));
        requests.putAll(named(asked.requests()));
        limits.putAll(named(asked.limits()));
        named(asked.requests()).forEach((name, quantity) -> {
            if (name.contains("/")) {
                limits.putIfAbsent(name, quantity);
            }
        });
        Map<String, Object> resources = new LinkedHashMap<>();
        if (!limits.isEmpty()) {
            resources.put("limits", limits);
        }
        if (!requests.isEmpty()) {
            resources.put("requests", requests);
        }
        return resources;
    }

    private static Map<String, String> named(Map<String, String> resources) {
        Map<String, String> named = new TreeMap<>();
        resources.forEach((name, quantity) -> named.put(NAMES.getOrDefault(name, name), quantity));
        return named;
    }
}
