package io.eagleray.kuberay;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;

/** A RayJob that the operator has to refuse, so that nothing is made of it. */
final class Probe {
    private Probe() {}

    static RayJob job(String name, String namespace) {
        PodTemplateSpec pod = new PodTemplateSpecBuilder()
                .withNewSpec()
                .addNewContainer()
                .withName("ray-head")
                .withImage("none")
                .endContainer()
                .endSpec()
                .build();
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Map.of(Labels.MANAGED_BY, Labels.EAGLERAY))
                .build());
        job.setSpec(RayJob.Spec.ofOurSubmission(
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
                        new RayCluster.HeadGroup("ClusterIP", Map.of("labels", "refused=yes"), pod),
                        List.of())));
        return job;
    }
}
