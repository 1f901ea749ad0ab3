import io.eagleray.HeadNodeConfig;
import io.eagleray.Quantity;
import io.eagleray.RayJobConfig;
import io.eagleray.Resources;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;

class Amounts {
    @Task(
            requests = @Resources(
                    cpu = "two", // error: requests.cpu "two" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi
                    memory = "4 Gi", // error: requests.memory "4 Gi" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi
                    gpu = "0.5", // error: requests.gpu "0.5" is a fraction; write a whole number
                    ephemeralStorage = "-1Gi"), // error: requests.ephemeral-storage "-1Gi" is negative; write 0 or more
            limits = @Resources(
                    cpu = "1e99", // error: limits.cpu "1e99" is more than Kubernetes holds; write less than 8Ei
                    memory = "512m", // error: limits.memory "512m" is 0.512 bytes, since a lower-case m means thousandths; write whole bytes, such as 512Mi or 512M
                    custom = {
                        @Quantity(name = "fpga", value = "1"), // error: limits.custom "fpga" is no name of a Kubernetes resource; write it with its domain, such as example.com/fpga
                        @Quantity(name = "example.com/fpga", value = "1"),
                        @Quantity(name = "example.com/fpga", value = "2"), // error: limits.example.com/fpga is given twice; leave one out
                        @Quantity(name = "example.com/tpu", value = "1.5"), // error: limits.example.com/tpu "1.5" is a fraction; write a whole number
                        @Quantity(name = "cpu", value = "1") // error: limits.cpu is given twice; leave one out
                    }))
    static int task() {
        return 1;
    }

    @Task(
            requests = @Resources(
                    cpu = "2500m", // error: requests.cpu (2500m) is more than limits.cpu (2); lower the request or raise the limit
                    memory = "1Gi"),
            limits = @Resources(cpu = "2", memory = "1024Mi"))
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(
                    requests = @Resources(cpu = "1"),
                    limits = @Resources(memory = "1M")), // error: head node: requests.memory (1Gi) is more than limits.memory (1M); lower the request or raise the limit
            workerNodeConfig = @WorkerNodeConfig(
                    groupName = "gpu",
                    replicas = 1,
                    requests = @Resources(
                            cpu = "x", // error: worker group "gpu": requests.cpu "x" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi
                            memory = "2G"))) // error: worker group "gpu": requests.memory (2G) is more than limits.memory (1024Mi); lower the request or raise the limit
    static int nodes() {
        return 1;
    }

    static Object companionIsThere() {
        return AmountsTasks.nodes();
    }
}
