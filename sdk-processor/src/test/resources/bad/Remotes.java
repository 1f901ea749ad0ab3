import io.eagleray.Quantity;
import io.eagleray.Remote;

class Remotes {
    @Remote(
            numCpus = -1, // error: numCpus (-1.0) is no amount; write 0 or more
            numGpus = Double.NaN, // error: numGpus (NaN) is no amount; write 0 or more
            memory = "1.5", // error: memory "1.5" is 1.5 bytes, since a lower-case m means thousandths; write whole bytes, such as 512Mi or 512M
            timeout = "1x", // error: timeout "1x" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S
            retries = -2, // error: retries (-2) is negative; write 0 or more
            resources = {
                @Quantity(name = "CPU", value = "1"), // error: resource "CPU" is no custom resource; use numCpus
                @Quantity(name = "", value = "1"), // error: resource "" is no custom resource; write its name
                @Quantity(name = "object_store_memory", value = "1"), // error: resource "object_store_memory" is no custom resource; leave it out: a call cannot reserve it
                @Quantity(name = "fpga", value = "half"), // error: resource "fpga": "half" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi
                @Quantity(name = "fpga", value = "0.5") // error: resource "fpga" is given twice; leave one out
            })
    static int f() {
        return 1;
    }

    @Remote(numGpus = 1.5) // error: numGpus (1.5) is a fraction above 1, which Ray refuses; write a whole number
    static int gpus() {
        return 1;
    }

    @Remote(retryOn = {Exception.class, Error.class}) // error: retryOn has no effect without retries; set retries to 1 or more, or leave retryOn out
    static int never() {
        return 1;
    }

    static Object companionIsThere() {
        return RemotesTasks.f();
    }
}
