package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.BackendUri;
import io.eagleray.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DifferencesTest {
    private static final String TEMPLATE = "spec.rayClusterSpec.headGroupSpec.template.";

    private static RayJob job(String task, String owner) {
        KubeOptions options = KubeOptions.of(BackendUri.parse("kuberay://team-a"), Map.of("USER", owner));
        KeptManifests manifests =
                new KeptManifests(options, new ClusterSpecs(options, DifferencesTest.class.getClassLoader()));
        TaskSpec spec = Submissions.of("run-1", task).spec();
        return manifests.rayJob(manifests.wanted(spec, options.reuse(spec).orElseThrow()), spec, 1);
    }

    @Test
    void whoAsksIsNone() {
        assertThat(Differences.of(job("sharing", "ada"), job("sharing", "bob"))).isEmpty();
    }

    @Test
    void eachIsNamedWithWhatIsThereAndWhatIsWanted() {
        assertThat(Differences.of(job("sharing", "ada"), job("sharingMore", "ada")))
                .containsExactly(
                        "labels.cost-center: \"17\" is not asked for",
                        TEMPLATE + "spec.containers[0].resources.requests.memory: \"1Gi\" becomes \"2Gi\"");
    }

    @Test
    void whatTheOperatorAndClientsWriteIsNone() {
        RayJob there = job("sharing", "ada");
        there.setStatus(new RayJob.Status("Complete", "SUCCEEDED", null, null, null, null));
        there.getMetadata().setFinalizers(List.of("ray.io/rayjob-finalizer"));
        there.getMetadata().setUid("7");
        assertThat(Differences.of(there, job("sharing", "ada"))).isEmpty();
    }
}
