package io.eagleray.kuberay;

import io.eagleray.backend.PodTemplateFile;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.SecretSpec;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a cluster: what the annotations say, over the user's pod template where there is one. KubeRay takes the
 * first container for Ray's; the template's others, its volumes, tolerations and all else stay as they are.
 *
 * @param loader where the user's templates are
 * @param image what the task or the settings name; empty leaves the templates' own
 * @param serviceAccount the pods' service account; may be empty
 * @param labels the labels of all pods
 * @param secrets the secrets that Ray's processes see as environment variables
 */
record PodTemplates(
        ClassLoader loader,
        Optional<String> image,
        String serviceAccount,
        Map<String, String> labels,
        List<SecretSpec> secrets) {
    private static final Map<String, String> NAMES = Map.of("gpu", "nvidia.com/gpu");

    PodTemplates {
        labels = new TreeMap<>(labels);
        secrets = List.copyOf(secrets);
    }

    /**
     * The template of a group's pods.
     *
     * @param group the group, for messages and as the container's name
     * @param template the class path resource of the user's template; may be empty
     * @param resources what the pods ask for
     * @throws ConfigurationException when there is no such template, or no image
     */
    PodTemplateSpec of(String group, String template, ResourceSpec resources) {
        PodTemplateSpec given = template.isEmpty() ? new PodTemplateSpec() : read(template);
        PodSpec spec = Objects.requireNonNullElseGet(given.getSpec(), PodSpec::new);
        List<Container> containers = new ArrayList<>(spec.getContainers());
        Container ray = containers.isEmpty() ? new Container() : containers.remove(0);
        containers.add(0, container(group, ray, resources));
        PodSpecBuilder pod = new PodSpecBuilder(spec).withContainers(containers);
        if (!serviceAccount.isEmpty()) {
            pod.withServiceAccountName(serviceAccount);
        }
        return new PodTemplateSpecBuilder(given)
                .editOrNewMetadata()
                .withLabels(over(labelsOf(given), labels))
                .endMetadata()
                .withSpec(pod.build())
                .build();
    }

    private static Map<String, String> labelsOf(PodTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata())
                .map(ObjectMeta::getLabels)
                .orElse(Map.of());
    }

    private Container container(String group, Container ray, ResourceSpec resources) {
        ContainerBuilder container = new ContainerBuilder(ray).withResources(resources(ray.getResources(), resources));
        if (ray.getName() == null) {
            container.withName("ray-" + group);
        }
        image.ifPresent(container::withImage);
        if (container.getImage() == null) {
            throw new ConfigurationException("no image is named for the pods of " + group
                    + ": set image of @RayJobConfig, or EAGLERAY_IMAGE, to one that has Ray and a Java of version 17 or"
                    + " later (Ray's own images have no Java)");
        }
        return container.withEnv(variables(ray.getEnv())).build();
    }

    private List<EnvVar> variables(List<EnvVar> given) {
        Map<String, EnvVar> variables = new TreeMap<>();
        given.forEach(variable -> variables.put(variable.getName(), variable));
        for (SecretSpec secret : secrets) {
            if (!secret.env().isEmpty()) {
                variables.put(secret.env(), variable(secret));
            }
        }
        return List.copyOf(variables.values());
    }

    private static EnvVar variable(SecretSpec secret) {
        return new EnvVarBuilder()
                .withName(secret.env())
                .withNewValueFrom()
                .withNewSecretKeyRef()
                .withName(secret.name())
                .withKey(secret.key())
                .endSecretKeyRef()
                .endValueFrom()
                .build();
    }

    /** Devices such as GPUs are not shared: what is asked for is the limit, too. */
    private static ResourceRequirements resources(ResourceRequirements under, ResourceSpec asked) {
        Map<String, Quantity> requests = quantities(asked.requests());
        Map<String, Quantity> limits = quantities(asked.limits());
        requests.forEach((name, quantity) -> {
            if (name.contains("/")) {
                limits.putIfAbsent(name, quantity);
            }
        });
        ResourceRequirements given = Objects.requireNonNullElseGet(under, ResourceRequirements::new);
        return new ResourceRequirementsBuilder(given)
                .withRequests(over(given.getRequests(), requests))
                .withLimits(over(given.getLimits(), limits))
                .build();
    }

    private static Map<String, Quantity> quantities(Map<String, String> texts) {
        Map<String, Quantity> quantities = new TreeMap<>();
        texts.forEach((name, text) -> quantities.put(NAMES.getOrDefault(name, name), Quantity.parse(text)));
        return quantities;
    }

    private static <V> Map<String, V> over(Map<String, V> under, Map<String, V> over) {
        Map<String, V> all = new TreeMap<>(Objects.requireNonNullElse(under, Map.of()));
        all.putAll(over);
        return all;
    }

    private PodTemplateSpec read(String resource) {
        PodTemplateSpec template = parsed(resource);
        if (template == null || (template.getSpec() == null && template.getMetadata() == null)) {
            throw new ConfigurationException("the pod template " + resource
                    + " has neither metadata nor spec: write what stands below \"template:\" in a Deployment");
        }
        return template;
    }

    private @Nullable PodTemplateSpec parsed(String resource) {
        String text = PodTemplateFile.read(loader, resource);
        try {
            return Serialization.unmarshal(text, PodTemplateSpec.class);
        } catch (RuntimeException e) { // of which parser, depends on the text
            throw new ConfigurationException(
                    "the pod template " + resource + " is no YAML of a pod template: " + KubeTrouble.innermost(e), e);
        }
    }
}
