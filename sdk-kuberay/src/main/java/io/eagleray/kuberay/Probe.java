package io.eagleray.kuberay;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;

/** RayJobs that nothing is made of: they show what is there. */
final class Probe {
    private Probe() {}

    /** One that the operator has to refuse. */
    static RayJob refused(String name, KubeOptions options) {
        return job(
                name,
                options,
                RayJob.Spec.ofOurSubmission(
                        null,
                        null,
                        1,
                        true,
                        0,
                        new RayCluster.Spec(
                                "2.60.0",
                                null,
                                null,
                                null,
                                head(Map.of("labels", "refused=yes"), options),
                                List.of())));
    }

    /** One with all fields that Eagleray says anywhere. Only to be tried: the operator would refuse the sum of them. */
    static RayJob ofAllFields(String name, KubeOptions options) {
        RayCluster.HeadGroup head = head(Map.of("num-cpus", "1"), options);
        return job(
                name,
                options,
                new RayJob.Spec(
                        "InteractiveMode",
                        name,
                        "true",
                        "{}",
                        1,
                        1,
                        true,
                        1,
                        RayJob.DeletionStrategy.ALL_AT_END,
                        new RayCluster.Spec(
                                "2.60.0",
                                true,
                                new RayCluster.AutoscalerOptions("v2", "Default", 1),
                                new RayCluster.AuthOptions("token"),
                                head,
                                List.of(new RayCluster.WorkerGroup(
                                        "workers", 1, 1, 1, head.rayStartParams(), head.template())))));
    }

    private static RayCluster.HeadGroup head(Map<String, String> parameters, KubeOptions options) {
        PodTemplateSpec pod = new PodTemplateSpecBuilder()
                .withNewSpec()
                .addNewContainer()
                .withName("ray")
                .withImage(options.image().orElse("none"))
                .endContainer()
                .endSpec()
                .build();
        return new RayCluster.HeadGroup("ClusterIP", parameters, pod);
    }

    private static RayJob job(String name, KubeOptions options, RayJob.Spec spec) {
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(options.namespace())
                .withLabels(Map.of(Labels.MANAGED_BY, Labels.EAGLERAY))
                .build());
        job.setSpec(spec);
        return job;
    }
}
