import io.eagleray.RayJobConfig;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;

class Replicas {
    @Task
    @RayJobConfig(
            workerNodeConfig = {
                @WorkerNodeConfig(groupName = "negative", replicas = -1), // error: worker group "negative": replicas (-1) is negative; write 0 or more
                @WorkerNodeConfig(
                        groupName = "gpu",
                        replicas = 2,
                        minReplicas = 4, // error: worker group "gpu": minReplicas (4) is greater than replicas (2); lower minReplicas or raise replicas
                        maxReplicas = 1) // error: worker group "gpu": replicas (2) is greater than maxReplicas (1); lower replicas or raise maxReplicas
            })
    static int f() {
        return 1;
    }

    static Object companionIsThere() {
        return ReplicasTasks.f();
    }
}
