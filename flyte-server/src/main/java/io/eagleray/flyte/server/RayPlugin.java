package io.eagleray.flyte.server;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import flyteidl.core.Tasks.Container;
import flyteidl.core.Tasks.Resources.ResourceEntry;
import flyteidl.core.Tasks.TaskTemplate;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the backend's Ray plugin does with an attempt: it makes a RayJob of the task's template, whose entrypoint is the words
 * with a blank between them, and waits until KubeRay has brought it to its end.
 */
public final class RayPlugin implements PodPropeller.Runner {
    private static final String API = "ray.io/v1";
    private static final String KIND = "RayJob";
    private static final int LONGEST_NAME = 47;
    private static final int ANY_PORT = 9;
    private static final long BETWEEN_LOOKS_MILLIS = 300;
    private static final Map<String, String> START_PARAMS =
            Map.of("node-ip-address", "$MY_POD_IP", "disable-usage-stats", "true");
    private static final Map<String, String> HEAD_START_PARAMS =
            Map.of("include-dashboard", "true", "dashboard-host", "0.0.0.0");

    private final KubernetesClient kubernetes;
    private final String namespace;
    private final Map<String, String> variables;
    private volatile String log = "";

    /**
     * A plugin.
     *
     * @param kubernetes where the RayJobs are made
     * @param namespace their namespace
     * @param variables what all pods have in their environment
     */
    public RayPlugin(KubernetesClient kubernetes, String namespace, Map<String, String> variables) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        this.variables = Map.copyOf(variables);
    }

    /** The address of this machine at which pods reach it. */
    public static String host(KubernetesClient kubernetes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getByName(kubernetes.getMasterUrl().getHost()), ANY_PORT);
            return socket.getLocalAddress().getHostAddress();
        }
    }

    /** What the driver of the last attempt that came to its end has printed. */
    public String log() {
        return log;
    }

    @Override
    public void run(FlyteServer.Attempt attempt, List<String> words, Map<String, String> environment)
            throws InterruptedException {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(environment);
        String name = name(attempt.execution() + "-n0-" + attempt.number());
        kubernetes
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion(API)
                        .withKind(KIND)
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("execution-id", attempt.execution())
                        .endMetadata()
                        .addToAdditionalProperties("spec", spec(attempt.template(), String.join(" ", words), all))
                        .build())
                .inNamespace(namespace)
                .create();
        try {
            await(name);
            log = read(name);
        } finally {
            kubernetes
                    .genericKubernetesResources(API, KIND)
                    .inNamespace(namespace)
                    .withName(name)
                    .delete();
        }
    }

    private static String name(String wanted) {
        return wanted.length() <= LONGEST_NAME
                ? wanted
                : "f" + Integer.toHexString(wanted.hashCode()).toLowerCase(Locale.ROOT);
    }

    private void await(String name) throws InterruptedException {
        while (true) {
            GenericKubernetesResource job = kubernetes
                    .genericKubernetesResources(API, KIND)
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            String status = job == null ? "gone" : told(job, "jobDeploymentStatus");
            switch (status) {
                case "Complete" -> {
                    return;
                }
                case "Failed", "ValidationFailed", "gone" ->
                    throw new IllegalStateException("Failed to run Ray job "
                            + name + " with error: " + (job == null ? status : told(job, "message"))
                            + ", last available logs:\n" + read(name));
                default -> Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        }
    }

    private static String told(GenericKubernetesResource job, String field) {
        Object told = job.get("status", field);
        return String.valueOf(told);
    }

    /** The submitter follows what the driver prints. */
    private String read(String name) {
        return kubernetes.pods().inNamespace(namespace).withLabel("job-name", name).list().getItems().stream()
                .map((Pod pod) -> kubernetes.pods().resource(pod).getLog())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> spec(TaskTemplate template, String entrypoint, Map<String, String> variables) {
        Map<String, @Nullable Object> custom = tree(template.getCustom());
        Map<String, Object> cluster = map(custom.get("rayCluster"));
        Container container = template.getContainer();
        List<Object> workers = new ArrayList<>();
        for (Object group : list(cluster.get("workerGroupSpec"))) {
            workers.add(group(map(group), "ray-worker", container, variables));
        }
        Map<String, Object> ray = new LinkedHashMap<>();
        Map<String, Object> head = group(map(cluster.get("headGroupSpec")), "ray-head", container, variables);
        Map<String, Object> parameters = map(head.get("rayStartParams"));
        HEAD_START_PARAMS.forEach(parameters::putIfAbsent);
        head.put("rayStartParams", parameters);
        ray.put("headGroupSpec", head);
        ray.put("workerGroupSpecs", workers);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("entrypoint", entrypoint);
        spec.put("backoffLimit", 0);
        spec.put("shutdownAfterJobFinishes", custom.getOrDefault("shutdownAfterJobFinishes", true));
        spec.put("ttlSecondsAfterFinished", custom.getOrDefault("ttlSecondsAfterFinished", 0L));
        if (custom.get("runtimeEnvYaml") instanceof String yaml) {
            spec.put("runtimeEnvYAML", yaml);
        }
        spec.put("rayClusterSpec", ray);
        spec.put("submitterPodTemplate", pod(Map.of(), "ray-job-submitter", container, variables));
        return spec;
    }

    private static Map<String, Object> group(
            Map<String, Object> group, String name, Container container, Map<String, String> variables) {
        Map<String, Object> made = new LinkedHashMap<>(group);
        Map<String, Object> parameters = map(group.get("rayStartParams"));
        START_PARAMS.forEach(parameters::putIfAbsent);
        made.put("rayStartParams", parameters);
        made.remove("k8sPod");
        made.put("template", pod(map(group.get("k8sPod")), name, container, variables));
        return made;
    }

    /** The task's container, and over it what the group says of its pod. */
    private static Map<String, Object> pod(
            Map<String, Object> over, String name, Container container, Map<String, String> variables) {
        Map<String, Object> ray = new LinkedHashMap<>();
        ray.put("name", name);
        ray.put("image", container.getImage());
        ray.put("env", environment(variables));
        ray.put(
                "resources",
                Map.of(
                        "requests", quantities(container.getResources().getRequestsList()),
                        "limits", quantities(container.getResources().getLimitsList())));
        Map<String, Object> spec = new LinkedHashMap<>(map(over.get("podSpec")));
        List<Object> containers = new ArrayList<>();
        for (Object each : list(spec.get("containers"))) {
            Map<String, Object> given = map(each);
            if (name.equals(given.get("name"))) {
                ray.putAll(given);
            } else {
                containers.add(given);
            }
        }
        containers.add(0, ray);
        spec.put("containers", containers);
        spec.put("restartPolicy", "Never");
        return Map.of("metadata", map(over.get("metadata")), "spec", spec);
    }

    private static List<Object> environment(Map<String, String> variables) {
        List<Object> environment = new ArrayList<>();
        variables.forEach((key, value) -> environment.add(Map.of("name", key, "value", value)));
        environment.add(
                Map.of("name", "MY_POD_IP", "valueFrom", Map.of("fieldRef", Map.of("fieldPath", "status.podIP"))));
        return environment;
    }

    private static Map<String, Object> quantities(List<ResourceEntry> entries) {
        Map<String, Object> quantities = new TreeMap<>();
        entries.forEach(entry ->
                quantities.put(entry.getName().name().toLowerCase(Locale.ROOT).replace('_', '-'), entry.getValue()));
        return quantities;
    }

    private static Map<String, Object> map(@Nullable Object tree) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<?> list(@Nullable Object tree) {
        return tree instanceof List<?> given ? given : List.of();
    }

    private static Map<String, @Nullable Object> tree(Struct struct) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((name, value) -> tree.put(name, tree(value)));
        return tree;
    }

    /** A struct's numbers are all doubles; the plugin's are whole ones. */
    private static @Nullable Object tree(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> null;
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> (long) value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case STRUCT_VALUE -> tree(value.getStructValue());
            case LIST_VALUE ->
                value.getListValue().getValuesList().stream()
                        .map(RayPlugin::tree)
                        .toList();
        };
    }
}
