import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;

class StartParameters {
    @Task
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(
                    rayStartParams = {
                        @RayStartParam(key = "--num-cpus", value = "0"), // error: head node: rayStartParams key "--num-cpus" is no name; write it without leading "--", such as num-cpus
                        @RayStartParam(key = "", value = "0"), // error: head node: rayStartParams key "" is no name; write it without leading "--", such as num-cpus
                        @RayStartParam(key = "dashboard-host", value = "0.0.0.0"),
                        @RayStartParam(key = "dashboard-host", value = "::"), // error: head node: rayStartParams key "dashboard-host" is given twice; leave one out
                        @RayStartParam(key = "head", value = "true"), // error: head node: rayStartParams key "head" is decided by KubeRay; leave it out: KubeRay makes the head by itself
                        @RayStartParam(key = "no-monitor", value = "true"), // error: head node: rayStartParams key "no-monitor" is decided by KubeRay; leave it out: it follows enableAutoscaling
                        @RayStartParam(key = "redis-username", value = "me"), // error: head node: rayStartParams key "redis-username" is decided by KubeRay; leave it out: use the cluster's own fault tolerance options
                        @RayStartParam(key = "redis-password", value = "x"), // error: head node: rayStartParams key "redis-password" is decided by KubeRay; leave it out: a secret does not stand in a spec
                        @RayStartParam(key = "block", value = "false") // error: head node: rayStartParams block=false is not possible, since KubeRay always blocks; write "true", or leave it out
                    }),
            workerNodeConfig = @WorkerNodeConfig(
                    groupName = "cpu",
                    replicas = 1,
                    rayStartParams = {
                        @RayStartParam(key = "address", value = "head:6379"), // error: worker group "cpu": rayStartParams key "address" is decided by KubeRay; leave it out: workers find their head by themselves
                        @RayStartParam(key = "labels", value = "a=b"), // error: worker group "cpu": rayStartParams key "labels" is decided by KubeRay; leave it out: use a podTemplate's labels
                        @RayStartParam(key = "block", value = "true")
                    }))
    static int f() {
        return 1;
    }
}
