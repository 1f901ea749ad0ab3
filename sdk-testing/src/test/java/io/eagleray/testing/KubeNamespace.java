package io.eagleray.testing;

import io.eagleray.flyte.server.RayPlugin;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A namespace of the tests' own on the Kubernetes that {@code KUBECONFIG} names, and a user who may do there what
 * {@code docs/kuberay-role.yaml} allows, and nothing else.
 */
final class KubeNamespace implements AutoCloseable {
    /** An image with Ray and Java. */
    static final String IMAGE = System.getProperty("cluster.image", "");

    private static final String USER = "tester";
    private static final String QUOTA = "few";
    private static final String HELD = "held";
    private static final Path ROLE = Path.of("..", "docs", "kuberay-role.yaml");
    private static final List<String> RAY = List.of("RayJob", "RayCluster");

    private final KubernetesClient admin;
    private final String name;
    private final Path kubeconfig;
    private final List<Path> kubeconfigs = new ArrayList<>();
    private boolean deleted;

    private KubeNamespace(KubernetesClient admin, String name, Path kubeconfig) {
        this.admin = admin;
        this.name = name;
        this.kubeconfig = kubeconfig;
    }

    static KubeNamespace create() throws IOException {
        if (System.getenv("KUBECONFIG") == null) {
            throw new IllegalStateException("set KUBECONFIG to a Kubernetes with the KubeRay operator");
        }
        KubernetesClient admin = new KubernetesClientBuilder().build();
        String name = "eagleray-" + UUID.randomUUID().toString().substring(0, 8);
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        Path kubeconfig = Files.createTempFile("eagleray-kubeconfig", ".yaml");
        KubeNamespace namespace = new KubeNamespace(admin, name, kubeconfig);
        namespace.addUser();
        return namespace;
    }

    private void addUser() throws IOException {
        admin.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(USER)
                        .endMetadata()
                        .build())
                .inNamespace(name)
                .create();
        admin.resource(Serialization.unmarshal(Files.readString(ROLE), Role.class))
                .inNamespace(name)
                .create();
        bind(USER, "eagleray", name);
        TokenRequest token = admin.serviceAccounts()
                .inNamespace(name)
                .withName(USER)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(7_200L)
                        .endSpec()
                        .build());
        Config server = admin.getConfiguration();
        Files.writeString(
                kubeconfig,
                Serialization.asYaml(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Config",
                        "current-context",
                        "tests",
                        "clusters",
                        List.of(Map.of(
                                "name",
                                "tests",
                                "cluster",
                                Map.of(
                                        "server",
                                        server.getMasterUrl(),
                                        "certificate-authority-data",
                                        server.getCaCertData()))),
                        "users",
                        List.of(Map.of(
                                "name",
                                "tests",
                                "user",
                                Map.of("token", token.getStatus().getToken()))),
                        "contexts",
                        List.of(Map.of("name", "tests", "context", Map.of("cluster", "tests", "user", "tests"))))));
    }

    /** Flyte's Ray plugin, which may do anything there. */
    RayPlugin rayPlugin(Map<String, String> variables) {
        return new RayPlugin(admin, name, variables);
    }

    /** The address of this machine at which pods reach it. */
    String addressOfHost() throws IOException {
        return RayPlugin.host(admin);
    }

    /** The backend of who may do only what the Role says. */
    String uri() {
        return "kuberay://" + name;
    }

    Map<String, String> variables() {
        return variables(IMAGE);
    }

    Map<String, String> variables(String image) {
        return variables(image, kubeconfig);
    }

    private static Map<String, String> variables(String image, Path kubeconfig) {
        return Map.of("KUBECONFIG", kubeconfig.toString(), "EAGLERAY_IMAGE", image, "USER", USER);
    }

    /** Those of who may do anything. */
    static Map<String, String> variablesOfAdmin() {
        return variables(IMAGE, Path.of(System.getenv("KUBECONFIG")));
    }

    /** {@code host:port} of the API server. */
    String server() {
        return admin.getMasterUrl().getHost() + ":" + admin.getMasterUrl().getPort();
    }

    /** The same user, who reaches the API server in another way. */
    Map<String, String> variablesThrough(String server) throws IOException {
        Path other = Files.createTempFile("eagleray-kubeconfig", ".yaml");
        kubeconfigs.add(other);
        Files.writeString(other, Files.readString(kubeconfig).replace(server(), server));
        return variables(IMAGE, other);
    }

    /** The same user, in a pod of it. */
    ClientPod startClient() {
        return ClientPod.start(admin, name, USER, IMAGE);
    }

    void deleteHead() {
        admin.pods()
                .inNamespace(name)
                .withLabel("ray.io/node-type", "head")
                .withGracePeriod(0)
                .delete();
    }

    void evictWorkers() {
        admin.pods()
                .inNamespace(name)
                .withLabel("ray.io/node-type", "worker")
                .list()
                .getItems()
                .forEach(pod -> admin.pods().resource(pod).evict());
    }

    /** Deletes it, with all that is there. */
    void delete() {
        if (!deleted) {
            deleted = true; // one that is going is not to be deleted again
            admin.namespaces().withName(name).delete();
        }
    }

    /** Keeps it from going once it is deleted. */
    void hold() {
        admin.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(HELD)
                        .withFinalizers("eagleray.io/hold")
                        .endMetadata()
                        .build())
                .inNamespace(name)
                .create();
    }

    void release() {
        admin.configMaps()
                .inNamespace(name)
                .withName(HELD)
                .edit(held -> new ConfigMapBuilder(held)
                        .editMetadata()
                        .withFinalizers()
                        .endMetadata()
                        .build());
    }

    /** Who may do what the Role says in another namespace may do it here, too. */
    void letIn(KubeNamespace other) {
        bind("of-" + other.name, "eagleray", other.name);
    }

    /** Gives who may do what the Role says a right beyond it. */
    void allow(String verb, String resource) {
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(resource)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("")
                        .withResources(resource)
                        .withVerbs(verb)
                        .endRule()
                        .build())
                .inNamespace(name)
                .create();
        bind(resource, resource, name);
    }

    private void bind(String binding, String role, String namespaceOfUser) {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(binding)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", role)
                        .addNewSubject("", "ServiceAccount", USER, namespaceOfUser)
                        .build())
                .inNamespace(name)
                .create();
    }

    /** Whether a RayJob names its submission. */
    boolean isSubmitted(String job) {
        GenericKubernetesResource found = admin.genericKubernetesResources("ray.io/v1", "RayJob")
                .inNamespace(name)
                .withName(job)
                .get();
        return found != null && found.get("spec", "jobId") != null;
    }

    void deleteJob(String job) {
        admin.genericKubernetesResources("ray.io/v1", "RayJob")
                .inNamespace(name)
                .withName(job)
                .delete();
    }

    void limitPods(int most) {
        admin.resource(new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName(QUOTA)
                        .endMetadata()
                        .withNewSpec()
                        .addToHard("pods", new Quantity(String.valueOf(most)))
                        .endSpec()
                        .build())
                .inNamespace(name)
                .create();
    }

    void unlimitPods() {
        admin.resourceQuotas().inNamespace(name).withName(QUOTA).delete();
    }

    /** Everything that Ray and Eagleray have made there, once it has had time to go. */
    List<String> leftovers(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> left = made();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(500);
            left = made();
        }
        return left;
    }

    List<String> made() {
        Stream<HasMetadata> ray = RAY.stream()
                .flatMap(kind ->
                        admin
                                .genericKubernetesResources("ray.io/v1", kind)
                                .inNamespace(name)
                                .list()
                                .getItems()
                                .stream());
        Stream<HasMetadata> others = Stream.of(
                        admin.pods().inNamespace(name).list().getItems(),
                        admin.services().inNamespace(name).list().getItems(),
                        admin.secrets().inNamespace(name).list().getItems(),
                        admin.leases().inNamespace(name).list().getItems())
                .flatMap(List::stream);
        return Stream.concat(ray, others)
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .toList();
    }

    @Override
    public void close() {
        delete();
        admin.close();
        try {
            Files.deleteIfExists(kubeconfig);
            for (Path other : kubeconfigs) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
