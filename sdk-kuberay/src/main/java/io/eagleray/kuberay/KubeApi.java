package io.eagleray.kuberay;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is asked of the API server: only in one namespace, and only what the least Role allows. */
final class KubeApi implements AutoCloseable {
    private static final String CLUSTER = "ray.io/cluster";
    private static final String TOKEN = "auth_token";
    private static final String RESPITE = "eagleray respite";
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final String namespace;

    private KubeApi(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * Reads the kubeconfig. Nothing is sent yet.
     *
     * @throws ConfigurationException when there is none, or it has no such context
     */
    static KubeApi open(KubeOptions options) {
        try {
            Config config = config(options);
            config.setNamespace(options.namespace());
            return new KubeApi(client(config), options.namespace());
        } catch (KubernetesClientException e) {
            throw new ConfigurationException(
                    "the kubeconfig cannot be used: " + KubeTrouble.innermost(e) + "; KUBECONFIG names its file", e);
        }
    }

    private static KubernetesClient client(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor(RESPITE, new Respite()))
                .build();
    }

    /** Loads fabric8, which takes longer than all that a submission asks. */
    static void warmUp() {
        Serialization.unmarshal("{}", io.fabric8.kubernetes.api.model.Config.class); // a kubeconfig
        try (KubernetesClient client = client(Config.empty())) {
            client.getKubernetesSerialization().unmarshal("{}", RayJob.class);
        }
    }

    private static Config config(KubeOptions options) {
        String context = options.context().orElse(null);
        Optional<String> named = options.kubeconfig();
        Config config = named.isPresent() && !named.equals(Optional.ofNullable(System.getenv("KUBECONFIG")))
                ? Config.fromKubeconfig(context, file(named.get()))
                : Config.autoConfigure(context);
        if (context != null
                && (config.getCurrentContext() == null
                        || !context.equals(config.getCurrentContext().getName()))) {
            throw new ConfigurationException("the kubeconfig has no context \"" + context + "\": `kubectl config"
                    + " get-contexts` lists them, and KUBECONFIG names the file");
        }
        return config;
    }

    private static File file(String kubeconfig) {
        File file = new File(kubeconfig);
        if (!file.canRead()) {
            throw new ConfigurationException("cannot read the kubeconfig " + kubeconfig + ", which KUBECONFIG names");
        }
        return file;
    }

    /** The server, for people. */
    String server() {
        return client.getMasterUrl() + " (namespace " + namespace + ")";
    }

    /** The version of Kubernetes. */
    String version() {
        return asked("ask for the version", () -> client.getKubernetesVersion().getGitVersion());
    }

    /** Whether there are objects of a kind. */
    boolean knows(String group, String version, String kind) {
        return asked("ask for the API " + group + "/" + version, () -> {
            APIResourceList resources = client.getApiResources(group + "/" + version);
            return resources != null && resources.getResources().stream().anyMatch(each -> kind.equals(each.getKind()));
        });
    }

    /** Whether something is allowed in the namespace. */
    boolean may(Permission permission) {
        String[] resource = permission.resource().split("/", 2);
        SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withVerb(permission.verb())
                .withGroup(permission.group())
                .withResource(resource[0])
                .withSubresource(resource.length > 1 ? resource[1] : null)
                .endResourceAttributes()
                .endSpec()
                .build();
        return asked(
                "ask what is allowed",
                () -> client.resource(review).create().getStatus().getAllowed());
    }

    /**
     * Creates a RayJob.
     *
     * @return what is there now, or empty when one of its name was there before
     */
    Optional<RayJob> create(RayJob job) {
        try {
            return Optional.of(client.resource(job).inNamespace(namespace).create());
        } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) {
                return Optional.empty();
            }
            throw KubeTrouble.of(e, "create the RayJob " + job.getMetadata().getName(), server());
        }
    }

    /** What would be there then. */
    RayJob dryRun(RayJob job) {
        return asked(
                "try the RayJob " + job.getMetadata().getName(),
                () -> client.resource(job).inNamespace(namespace).dryRun(true).create());
    }

    /**
     * The fields of a RayJob that KubeRay's definitions do not know, and would drop without a word. Asked of the API server
     * itself, as a creation that it only tries, so that the right to create one is enough.
     */
    List<String> fieldsUnknownOf(RayJob job) {
        String what = "try the RayJob " + job.getMetadata().getName();
        try {
            client.resource(job)
                    .inNamespace(namespace)
                    .dryRun(true)
                    .fieldValidation(Validation.STRICT)
                    .create();
            return List.of();
        } catch (KubernetesClientException e) {
            List<String> unknown = KubeTrouble.unknownFields(e);
            if (unknown.isEmpty()) {
                throw KubeTrouble.of(e, what, server());
            }
            return unknown;
        }
    }

    /** The quotas of the namespace; empty when it is not allowed to look, which nobody needs. */
    Optional<List<ResourceQuota>> quotas() {
        try {
            return Optional.of(
                    client.resourceQuotas().inNamespace(namespace).list().getItems());
        } catch (KubernetesClientException e) {
            if (e.getCode() == FORBIDDEN) {
                return Optional.empty();
            }
            throw KubeTrouble.of(e, "list the quotas", server());
        }
    }

    Optional<RayJob> find(String name) {
        return asked(
                "read the RayJob " + name,
                () -> Optional.ofNullable(client.resources(RayJob.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    /** Those of ours that are for one execution. */
    List<RayJob> jobs() {
        return ours(Labels.EXECUTION);
    }

    /** The clusters of ours that are kept, also those that are going. */
    List<RayJob> kept() {
        return ours(Labels.REUSE);
    }

    private List<RayJob> ours(String label) {
        return asked(
                "list the RayJobs",
                () -> client.resources(RayJob.class)
                        .inNamespace(namespace)
                        .withLabel(Labels.MANAGED_BY, Labels.EAGLERAY)
                        .withLabel(label)
                        .list()
                        .getItems());
    }

    /** Says which submission the operator shall watch, once the cluster is ready. */
    void setJobId(String name, String id) {
        // an id has letters, digits, '.', '_' and '-'
        patch(name, "{\"jobId\":\"" + id + "\"}");
    }

    /** Moves the deadline for the beginning of the submission, from when the operator took the job up. */
    void setStartDeadline(String name, Duration deadline) {
        patch(name, "{\"preRunningDeadlineSeconds\":" + deadline.toSeconds() + "}");
    }

    /** A cluster that is scaled may be ready for the submission, and never in the operator's eyes. */
    void removeStartDeadline(String name) {
        patch(name, "{\"preRunningDeadlineSeconds\":null}");
    }

    private void patch(String name, String spec) {
        String patch = "{\"spec\":" + spec + "}";
        asked(
                "change the RayJob " + name,
                () -> client.resources(RayJob.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .patch(PatchContext.of(PatchType.JSON_MERGE), patch));
    }

    /** Deletes a RayJob and, through its owner references, all that was made for it. */
    void delete(String name) {
        asked(
                "delete the RayJob " + name,
                () -> client.resources(RayJob.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }

    /** The pods of a cluster. */
    List<Pod> pods(String cluster) {
        return asked(
                "list the pods of the RayCluster " + cluster,
                () -> client.pods()
                        .inNamespace(namespace)
                        .withLabel(CLUSTER, cluster)
                        .list()
                        .getItems());
    }

    /** What was said of an object last, as a warning. */
    Optional<String> warning(String name) {
        return asked(
                        "list the events of " + name,
                        () -> client.v1()
                                .events()
                                .inNamespace(namespace)
                                .withField("involvedObject.name", name)
                                .withField("type", "Warning")
                                .list()
                                .getItems())
                .stream()
                .max(Comparator.comparing(KubeApi::time))
                .map(Event::getMessage)
                .map(KubeTrouble::shown);
    }

    private static String time(Event event) {
        if (event.getLastTimestamp() != null) {
            return event.getLastTimestamp();
        }
        return event.getEventTime() == null ? "" : event.getEventTime().getTime();
    }

    /** The token of a cluster that the operator has made one for. */
    String token(String cluster) {
        Secret secret = asked(
                "read the Secret " + cluster,
                () -> client.secrets().inNamespace(namespace).withName(cluster).get());
        if (secret == null
                || secret.getData() == null
                || secret.getData().getOrDefault(TOKEN, "").isEmpty()) {
            throw new BackendException("the KubeRay operator has made no Secret " + cluster + " with a key " + TOKEN
                    + ": tokens need KubeRay 1.5.1 or later; upgrade the operator");
        }
        return new String(Base64.getDecoder().decode(secret.getData().get(TOKEN)), StandardCharsets.UTF_8);
    }

    /** Forwards a free port of this machine's loopback to a port of a pod. */
    PortForward forward(String pod, int port) throws InterruptedException {
        URI address = URI.create(client.getMasterUrl().toString().replaceAll("/+$", "") + "/api/v1/namespaces/"
                + namespace + "/pods/" + pod);
        try {
            return PortForward.open(client.getHttpClient(), address, port);
        } catch (KubernetesClientException e) {
            throw KubeTrouble.of(e, "forward a port to pod " + pod, server());
        }
    }

    private <T> T asked(String what, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (KubernetesClientException e) {
            throw KubeTrouble.of(e, what, server());
        } catch (IllegalStateException e) { // all that fabric8 says then
            if (!client.getHttpClient().isClosed()) {
                throw e;
            }
            throw new BackendException("cannot " + what + " at " + server() + ": the connection is closed", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
