package io.eagleray.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The serializable description of a remote function.
 *
 * @param name its name, unique in its class
 * @param method the name of the annotated method
 * @param signature its typed inputs and output
 * @param numCpus the logical CPUs that a call holds
 * @param numGpus the logical GPUs that a call holds
 * @param memory the memory that a call reserves, a Kubernetes quantity; empty for none
 * @param resources custom resources that a call holds, by name, in Ray's unit
 * @param retries how often a failed call is repeated
 * @param retryOn binary names of the exceptions that are retried; empty means any
 * @param timeout how long one call may take
 * @param source where it is written
 */
public record RemoteSpec(
        String name,
        String method,
        Signature signature,
        double numCpus,
        double numGpus,
        String memory,
        Map<String, Double> resources,
        int retries,
        List<String> retryOn,
        Optional<Duration> timeout,
        SourcePosition source) {

    /** Copies lists and maps. */
    public RemoteSpec {
        resources = Sorted.copyOf(resources);
        retryOn = List.copyOf(retryOn);
    }
}
