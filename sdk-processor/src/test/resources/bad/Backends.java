import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.Task;

class Backends {
    @Task
    @RayJobConfig(address = "auto") // error: address "auto" is Ray's own search for a running Ray; write "local", or the cluster's dashboard address, http(s)://host:8265
    static int auto() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "ray://head:10001") // error: address "ray://head:10001" is a Ray Client address, which Java cannot use; write the dashboard address of the same cluster, http(s)://host:8265
    static int client() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "head:6379") // error: address "head:6379" is a host and port without a scheme; write the dashboard address, http(s)://host:8265
    static int gcs() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "ftp://head") // error: address "ftp://head" is no backend URI; write embedded, local[?nodes=N], http(s)://host:port, kuberay://namespace[?context=…] or flyte://host[:port]/project/domain
    static int scheme() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "kuberay://?context=dev") // error: address "kuberay://?context=dev" names no kuberay location; write embedded, local[?nodes=N], http(s)://host:port, kuberay://namespace[?context=…] or flyte://host[:port]/project/domain
    static int location() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "local?nodes") // error: address "local?nodes": option "nodes" has no value; write name=value
    static int option() {
        return 1;
    }

    @Task
    @RayJobConfig(address = "local?nodes=1&nodes=2") // error: address "local?nodes=1&nodes=2": option "nodes" is given twice; leave one out
    static int twice() {
        return 1;
    }

    @Task
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(podTemplate = "/pods/head.yaml"), // error: head node: podTemplate "/pods/head.yaml" is to be a path on the class path; write it without the leading "/"
            image = "ray 2", // error: image "ray 2" has blanks; write a reference such as registry.example/team/ray:2.60.0
            rayVersion = "latest", // error: rayVersion "latest" is no version of Ray; write one such as 2.60.0
            serviceAccount = "Me!") // error: serviceAccount "Me!" is no Kubernetes name; use lower-case letters, digits, "-" and "."
    static int images() {
        return 1;
    }
}
