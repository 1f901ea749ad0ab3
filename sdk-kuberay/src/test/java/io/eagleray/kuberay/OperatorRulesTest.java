package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorRulesTest {

    private static RayJob job(boolean isAutoscaled, Map<String, String> parameters, PodTemplateSpec... pods) {
        RayJob job = new RayJob();
        List<RayCluster.WorkerGroup> groups = java.util.Arrays.stream(pods)
                .skip(1)
                .map(pod -> new RayCluster.WorkerGroup("same", 1, 1, 1, Map.of(), pod))
                .toList();
        job.setSpec(RayJob.Spec.ofOurSubmission(
                null,
                null,
                null,
                true,
                0,
                new RayCluster.Spec(
                        "2.60.0",
                        isAutoscaled,
                        null,
                        null,
                        new RayCluster.HeadGroup("ClusterIP", parameters, pods[0]),
                        groups)));
        return job;
    }

    private static PodTemplateSpec pod(String restartPolicy, String variable) {
        return new PodTemplateSpecBuilder()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .addNewContainer()
                .withName("ray")
                .addNewEnv()
                .withName(variable)
                .withValue("1")
                .endEnv()
                .endContainer()
                .endSpec()
                .build();
    }

    @Test
    void whatTheOperatorTakesIsTaken() {
        assertThatCode(() -> OperatorRules.check("T.t", job(true, Map.of("num-cpus", "1"), pod("Never", "A"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> OperatorRules.check("T.t", job(false, Map.of(), pod("Always", "A"))))
                .doesNotThrowAnyException();
    }

    @Test
    void allThatItRefusesIsSaidAtOnce() {
        RayJob job = job(
                true,
                Map.of("labels", "a=b", "redis-username", "x"),
                pod("Always", "RAY_REDIS_ADDRESS"),
                pod("Never", "REDIS_USERNAME"),
                pod("OnFailure", "A"));
        assertThatThrownBy(() -> OperatorRules.check("T.t", job))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the cluster of task T.t")
                .hasMessageContaining("the head has restartPolicy Always")
                .hasMessageContaining("the head sets RAY_REDIS_ADDRESS")
                .hasMessageContaining("the head has the Ray start parameter labels")
                .hasMessageContaining("the head has the Ray start parameter redis-username")
                .hasMessageNotContaining("REDIS_USERNAME") // which the operator looks for on the head alone
                .hasMessageContaining("worker group \"same\" is there twice")
                .hasMessageContaining("worker group \"same\" has restartPolicy OnFailure")
                .hasMessageNotContaining("\"x\"");
    }
}
