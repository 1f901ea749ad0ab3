import io.eagleray.RayJobConfig;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;

class GroupNames {
    @Task
    @RayJobConfig(
            workerNodeConfig = {
                @WorkerNodeConfig(groupName = "", replicas = 1), // error: groupName "" is no DNS-1123 label; use lower-case letters, digits and "-", with a letter or digit at both ends
                @WorkerNodeConfig(groupName = "GPU", replicas = 1), // error: groupName "GPU" is no DNS-1123 label; use lower-case letters, digits and "-", with a letter or digit at both ends
                @WorkerNodeConfig(groupName = "gpu-", replicas = 1), // error: groupName "gpu-" is no DNS-1123 label; use lower-case letters, digits and "-", with a letter or digit at both ends
                @WorkerNodeConfig(groupName = "a.b", replicas = 1), // error: groupName "a.b" is no DNS-1123 label; use lower-case letters, digits and "-", with a letter or digit at both ends
                @WorkerNodeConfig(groupName = "headgroup", replicas = 1), // error: groupName "headgroup" is KubeRay's own name for the head; use another one
                @WorkerNodeConfig(groupName = "cpu", replicas = 1),
                @WorkerNodeConfig(groupName = "cpu", replicas = 2), // error: there is another worker group "cpu"; give one a name of its own
                @WorkerNodeConfig(groupName = "a123456789012345678901234567890123456789012345678901234567890123", replicas = 1) // error: groupName "a123456789012345678901234567890123456789012345678901234567890123" has 64 characters; Kubernetes allows 63
            })
    static int f() {
        return 1;
    }
}
