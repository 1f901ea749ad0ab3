package io.eagleray.flyte.template;

import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.AutoscalerSpec;
import io.eagleray.spec.RayJobSpec.HeadGroupSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the backend's Ray plugin reads in a task's {@code custom}.
 *
 * @see <a href="https://github.com/flyteorg/flyte/blob/master/flyteidl/protos/flyteidl/plugins/ray.proto">its messages</a>
 */
final class RayCustom {
    private static final String HEAD = "ray-head";
    private static final String WORKER = "ray-worker";

    private final GroupPods pods;

    RayCustom(GroupPods pods) {
        this.pods = pods;
    }

    Map<String, Object> of(RayJobSpec job) {
        Map<String, Object> custom = new TreeMap<>();
        custom.put("rayCluster", cluster(job));
        custom.put("shutdownAfterJobFinishes", true); // else the backend's own times hold, not the task's
        int ttl = ttl(job);
        if (ttl > 0) {
            custom.put("ttlSecondsAfterFinished", ttl);
        }
        RuntimeEnvYaml.of(job.runtimeEnv()).ifPresent(yaml -> custom.put("runtimeEnvYaml", yaml));
        return custom;
    }

    /** What has to stay for a look stays after any end: the operator knows one time. */
    private static int ttl(RayJobSpec job) {
        long keep = job.keepOnFailure().map(Duration::toSeconds).orElse(0L);
        return (int) Math.min(
                Integer.MAX_VALUE, Math.max(keep, job.ttlSecondsAfterFinished().orElse(0)));
    }

    private Map<String, Object> cluster(RayJobSpec job) {
        Map<String, Object> cluster = new TreeMap<>();
        cluster.put("headGroupSpec", head(job.headGroup()));
        cluster.put(
                "workerGroupSpec",
                job.workerGroups().stream().map(this::workers).toList());
        job.autoscaler().ifPresent(autoscaler -> {
            cluster.put("enableAutoscaling", true);
            cluster.put("autoscalerOptions", autoscaler(autoscaler));
        });
        return cluster;
    }

    private Map<String, Object> head(HeadGroupSpec group) {
        Map<String, Object> head = new TreeMap<>();
        startParams(head, group.rayStartParams());
        pods.of(HEAD, group.resources(), group.podTemplate()).ifPresent(pod -> head.put("k8sPod", pod));
        return head;
    }

    private Map<String, Object> workers(WorkerGroupSpec group) {
        Map<String, Object> workers = new TreeMap<>();
        workers.put("groupName", group.groupName());
        workers.put("replicas", group.replicas());
        workers.put("minReplicas", group.minReplicas());
        workers.put("maxReplicas", group.maxReplicas());
        startParams(workers, group.rayStartParams());
        pods.of(WORKER, group.resources(), group.podTemplate()).ifPresent(pod -> workers.put("k8sPod", pod));
        return workers;
    }

    private static void startParams(Map<String, Object> group, Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            group.put("rayStartParams", parameters);
        }
    }

    private static Map<String, Object> autoscaler(AutoscalerSpec spec) {
        Map<String, Object> options = new TreeMap<>();
        options.put("upscalingMode", "UPSCALING_MODE_" + spec.upscalingMode());
        spec.idleTimeoutSeconds().ifPresent(seconds -> options.put("idleTimeoutSeconds", seconds));
        return options;
    }
}
