package io.eagleray.kuberay;

import io.eagleray.backend.Check;
import io.eagleray.backend.Checks;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Looks whether a namespace can be used: the API server, what is allowed there, KubeRay's definitions and its operator. */
final class KubeChecks {
    private static final Duration OPERATOR = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final String INSTALL = "; install KubeRay 1.6 or later from its Helm repository with `helm install"
            + " kuberay-operator kuberay/kuberay-operator`";
    private static final String UPGRADE =
            "; upgrade KubeRay to 1.6 or later, and its definitions before, which Helm leaves"
                    + " as they are: kubectl replace -k"
                    + " 'github.com/ray-project/kuberay/ray-operator/config/crd?ref=v1.6.2'";

    private final Checks checks = new Checks();
    private final KubeApi api;
    private final KubeOptions options;

    private KubeChecks(KubeApi api, KubeOptions options) {
        this.api = api;
        this.options = options;
    }

    /** Looks at a namespace. */
    static List<Check> of(KubeApi api, KubeOptions options) throws InterruptedException {
        KubeChecks all = new KubeChecks(api, options);
        all.run();
        return all.checks.done();
    }

    private void run() throws InterruptedException {
        if (checks.look("API server", () -> "Kubernetes " + api.version() + " at " + api.server())
                && checks.look("KubeRay", this::definitions)
                && checks.look("permissions", this::permissions)) {
            boolean isThereRoom = checks.look("quota", this::quota);
            if (checks.look("fields", this::fields) && isThereRoom) {
                checks.look("operator", this::operator);
            }
        }
        checks.look("image", this::image);
    }

    private String definitions() {
        if (!api.knows("ray.io", "v1", "RayJob")) {
            throw new ConfigurationException("the API server does not know RayJobs, ray.io/v1" + INSTALL);
        }
        return "RayJobs, ray.io/v1, are known";
    }

    private String permissions() {
        List<String> missing = Permission.ALL.stream()
                .filter(permission -> !api.may(permission))
                .map(Permission::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException("not allowed in the namespace " + options.namespace() + ": "
                    + String.join(", ", missing)
                    + "; ask for a Role that allows it (docs/kuberay-role.yaml is the least"
                    + " one)");
        }
        return "all " + Permission.ALL.size() + " that are needed are given";
    }

    /** KubeRay does not tell its version to who may see one namespace only; what its definitions know tells enough. */
    private String fields() {
        List<String> unknown = api.fieldsUnknownOf(Probe.ofAllFields(name(), options));
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("KubeRay's definitions are older than 1.6, and do not know "
                    + String.join(", ", unknown) + "; clusters that are kept need spec.deletionStrategy, all need the"
                    + " rest" + UPGRADE);
        }
        return "KubeRay's definitions know all that Eagleray says, also of clusters that are kept";
    }

    /** Who may not look is told by those who wait for a cluster. */
    private String quota() {
        return api.quotas()
                .map(Quotas::left)
                .orElse("not allowed to look, which is optional (list resourcequotas); who waits for a cluster is told"
                        + " of one that holds it back");
    }

    /** One that it has to refuse: it says so, and makes nothing. */
    private String operator() throws InterruptedException {
        RayJob probe = Probe.refused(name(), options);
        String name = probe.getMetadata().getName();
        api.create(probe);
        try {
            long end = System.nanoTime() + OPERATOR.toNanos();
            while (!isRefused(name)) {
                if (System.nanoTime() > end) {
                    throw new BackendException("the KubeRay operator does not take up a RayJob within "
                            + OPERATOR.toSeconds() + " s: is it running, and does it watch this namespace?" + INSTALL);
                }
                Thread.sleep(PAUSE.toMillis());
            }
            return "takes up RayJobs";
        } finally {
            api.delete(name);
        }
    }

    private static String name() {
        return "eagleray-doctor-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private boolean isRefused(String name) {
        return api.find(name)
                .map(RayJob::getStatus)
                .map(status -> Objects.requireNonNullElse(status.jobDeploymentStatus(), ""))
                .filter("ValidationFailed"::equals)
                .isPresent();
    }

    private String image() {
        return options.image()
                .map(image ->
                        image + ", for tasks that name none; whether it can be pulled, and has a Java, shows with the"
                                + " first task, or a pod: kubectl -n " + options.namespace()
                                + " run eagleray-image --rm -i --restart=Never --image=" + image + " -- java -version")
                .orElse("none is set with EAGLERAY_IMAGE: each task has to name its own");
    }
}
